"""Who did what, when? A trail that can only grow."""
