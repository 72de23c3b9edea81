"""How many hours do networks take of the authority, and who sits in many of them? For the council and for partners."""
