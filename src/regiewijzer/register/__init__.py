"""The facts every tool shares: organisations, challenges, networks, instruments, decisions."""
