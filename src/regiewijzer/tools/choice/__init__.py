"""Is a network the answer to this challenge (C4)? After seeds 001, 003 and 004: a conversation that ends in a choice."""
