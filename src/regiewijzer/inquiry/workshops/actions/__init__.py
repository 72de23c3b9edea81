"""Preparing, opening and leading a session, joining it, answering, and ending it.

Steps through an open session and answers leave no line in the trail: the first are moves of a screen, the second are
nobody's business.
"""
