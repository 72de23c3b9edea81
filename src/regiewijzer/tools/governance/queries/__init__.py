"""Reading what was measured of the form of a network, and what that says."""
