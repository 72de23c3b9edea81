"""Facts of an authority, put into the pictures of ui/."""
