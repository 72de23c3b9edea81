"""Which organisation networks are there, who sits in them, in what form, for which goal?"""
