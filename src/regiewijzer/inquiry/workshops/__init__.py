"""Live workshops: a facilitator asks, a room answers on its phones without accounts, and the outcome is a measurement.

`JoinLink` finds a session before an authority is known; everything else lies behind the wall. What a room may see is
decided in one place, `actions.releases`.
"""
