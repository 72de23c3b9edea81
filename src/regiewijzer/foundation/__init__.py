"""Who is who, who may see what, who did what: the ground under every record."""
