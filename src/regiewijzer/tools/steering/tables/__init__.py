"""The sheets of this tool, in and out of a workbook."""
