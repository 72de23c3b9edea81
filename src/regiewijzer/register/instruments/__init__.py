"""With which instruments does the authority steer, and how much enforcement power do they hold?"""
