"""What did a year bring? Decisions, changes, what was stopped, and hours, as a page, a paper and two texts."""
