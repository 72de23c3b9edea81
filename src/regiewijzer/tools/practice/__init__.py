"""What did others do, what did it give and what not? Cases of sources, own cases, and those that others share."""
