"""Codes of the multi-year plan: what does the authority call its policy goals, plans and actions?"""
