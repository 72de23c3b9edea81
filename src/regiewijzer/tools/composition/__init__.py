"""Do the partners of a table differ enough, and are users heard? After seed 001; Harrison & Klein 2007 for variety."""
