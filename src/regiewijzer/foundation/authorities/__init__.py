"""Which local authorities work here?"""
