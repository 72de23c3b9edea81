"""What do people say of something on a day, and how does that become a row?"""
