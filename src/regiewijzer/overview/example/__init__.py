"""What does a filled Regiewijzer look like? Two invented authorities, told in `content/` and dated around today."""
