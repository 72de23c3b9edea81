"""Is a network the answer to this challenge (C4)? Questions after seeds 001, 003 and 004 that end in a choice."""
