"""What would change if this file came in?"""
