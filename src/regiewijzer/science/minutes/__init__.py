"""What do minutes say: when, of which network, who was there, what was marked as an action or a decision?"""
