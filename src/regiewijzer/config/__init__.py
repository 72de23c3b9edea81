"""Puts the pieces together; imported by nobody."""
