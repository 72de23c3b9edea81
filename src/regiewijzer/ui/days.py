"""Which days can somebody mean? Anything else is a slip of the keyboard, such as the year 20226."""

from datetime import date

EARLIEST, LATEST = date(1800, 1, 1), date(2199, 12, 31)
