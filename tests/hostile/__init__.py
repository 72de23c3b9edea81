"""Files that nobody should trust, made on the spot: what breaks a reader, and what breaks a register."""
