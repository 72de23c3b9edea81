"""Knowledge pages, words, sources and help."""
