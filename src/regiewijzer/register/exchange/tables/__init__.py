"""Which sheets does the register have, and where does each keep its rows?"""
