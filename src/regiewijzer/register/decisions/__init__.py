"""What was decided, by whom, and did it help?"""
