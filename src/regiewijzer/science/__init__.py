"""What would be true if there were no computer: rules, measures and thresholds of steering, with their sources.

Plain typed functions on frozen values. No framework, no database, no file, no clock, no chance: a date that matters
comes in as an argument. Each module says which question it answers and from which author, year and table.
"""
