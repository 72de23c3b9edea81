"""Writing: forms that are filled in, and an authority's own copies."""
