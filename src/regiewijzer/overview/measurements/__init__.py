"""What people said becomes a measurement of the tool that asked for it, once."""
