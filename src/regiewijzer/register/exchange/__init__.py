"""How does a register travel? As a workbook, or as the same tables in CSV files, in and out.

`files` read and write the bytes, the reading in a process apart; `sheets` say what can stand there and judge each cell;
`plans` compare a file with what is stored; `tables` tie the sheets of the register to the database, and save a plan.
"""
