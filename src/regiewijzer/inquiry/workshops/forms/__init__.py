"""Is it well-formed: what a facilitator prepares, and what a phone answers?"""
