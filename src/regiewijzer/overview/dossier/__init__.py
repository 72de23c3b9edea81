"""One record with everything the tools say about it."""
