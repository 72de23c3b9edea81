"""Reading: the catalogue of files, own copies, filled-in forms, and what their answers say."""
