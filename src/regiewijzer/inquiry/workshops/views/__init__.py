"""Screens: preparing, leading, the account of a session, and the phones in the room. `live` streams what changes."""
