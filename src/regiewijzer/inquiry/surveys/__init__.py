"""Asking the members of a network, or the people of an authority, by mail: sealed, in the way of an envelope.

Who answered is known to nobody, what was answered only to `queries.release`, and only after closing. The papers:
`docs/decisions/0010-sealed-envelopes.md`.
"""
