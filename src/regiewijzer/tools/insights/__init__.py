"""What do users go through, and what did that change (C12)? Persona, interview, journey and diary, after seed 004."""
