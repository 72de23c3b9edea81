"""What does a filled Regiewijzer look like? Two invented authorities, from the files in `content/`, dated around today."""
