"""What was measured of a form, in the shapes a page shows: a grid, a course, conditions in words."""
