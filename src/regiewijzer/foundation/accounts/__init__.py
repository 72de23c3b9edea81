"""Who works here, in which authority, as what?"""
