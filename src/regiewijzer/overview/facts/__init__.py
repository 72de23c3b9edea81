"""What does an authority know about itself, in the terms of the rules?"""
