"""A look at a workbook, a folder of CSV files or the two-file form, without a server, an account or a database."""
