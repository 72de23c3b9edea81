"""How do people come in, and who gives them which role?"""
