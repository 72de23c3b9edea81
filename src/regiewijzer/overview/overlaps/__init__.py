"""Which networks share partners or a goal (C13)?"""
