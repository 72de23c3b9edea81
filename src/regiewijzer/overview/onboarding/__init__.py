"""The first hour: five steps, what is seen in networks already, and short forms over many at once."""
