"""What goes out of a meeting: minutes on paper, and what a calendar reads."""
