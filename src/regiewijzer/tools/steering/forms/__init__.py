"""Forms of evaluations, places on the axis, and stances."""
