"""How do tables come out of a file that nobody vouches for, and how are they written?"""
