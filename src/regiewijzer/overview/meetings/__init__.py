"""The page of a meeting: its agenda, who comes, the minutes; and the page of an action."""
