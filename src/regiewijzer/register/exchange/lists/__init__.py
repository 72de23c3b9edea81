"""What register does somebody's own list hold, with its own headings? Fixed rules; each guess has its reason."""
