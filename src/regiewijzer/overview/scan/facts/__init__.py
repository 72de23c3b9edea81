"""A file as facts: the two-file form asks the register alone, sheets ask the tools too."""
