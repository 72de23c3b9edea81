"""Recording what was measured, read and decided about the form of a network."""
