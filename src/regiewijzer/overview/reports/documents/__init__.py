"""Reads for reports: what goes on paper, and what was made before."""
