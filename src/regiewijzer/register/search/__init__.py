"""Which records hold these words? One index over everything, for one search box."""
