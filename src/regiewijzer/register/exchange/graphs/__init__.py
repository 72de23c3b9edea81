"""Networks as programs for graphs know them: read with care, written without loss."""
