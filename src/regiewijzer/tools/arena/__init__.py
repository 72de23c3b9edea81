"""Who must be at the table in which phase, with what, and how replaceable? After L'Enfant 2009."""
