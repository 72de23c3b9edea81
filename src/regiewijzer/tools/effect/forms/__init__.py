"""The forms of the effect tool."""
