"""Two records that are one: which rows become what, and how that is taken back."""
