"""Does the governance form of a network fit (C5)? After Provan & Kenis 2008."""
