"""Reading: workshops, the room as it is now, tallies of answers, and what they say."""
