"""A workbook in and out: the register and the measurements of the tools together."""
