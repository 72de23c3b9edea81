"""Is this twice the same partner or person? Likely doubles, side by side, and one of two."""
