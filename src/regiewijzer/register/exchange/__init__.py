"""How does a register travel? As a workbook, or as the same tables in CSV files, in and out.

`sheets` say what stands in a file and judge each cell; `files` read and write the bytes, the reading in a process apart;
`tables` tie the sheets of the register to the database; `plans` compare a file with what is stored, and save it.
"""
