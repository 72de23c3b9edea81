"""Whether what a person types is well-formed: answers, the start and end of a form, and copies of one's own."""
