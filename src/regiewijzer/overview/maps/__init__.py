"""Who works with whom? Networks and partners as a map, in words, with measures, and out to the tools of experts."""
