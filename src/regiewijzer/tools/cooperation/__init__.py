"""Do the partners accept how they cooperate, and what does each bring and get (C14)? After Louweret's three themes."""
