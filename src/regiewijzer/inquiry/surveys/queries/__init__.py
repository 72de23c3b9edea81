"""Reading surveys. What people answered is read in `release` alone."""
