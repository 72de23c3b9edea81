"""What can stand in the sheets of a workbook, and what is wrong with what does?"""
