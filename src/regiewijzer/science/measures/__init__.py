"""How is a network tied together, and who stands where in it? Measures of graphs, each with its source."""
