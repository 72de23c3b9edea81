"""Reading arenas: the page of one, what it tells the rules, and which partners make the smallest good table."""
