"""Writing surveys: drafts, launching and closing, and the sealed way of an answer."""
