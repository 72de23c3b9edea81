"""Reading choices: which there are, what their questions are, and which networks exist already."""
