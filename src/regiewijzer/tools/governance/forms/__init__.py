"""The forms of the form tool."""
