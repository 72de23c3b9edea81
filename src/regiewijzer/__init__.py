"""Regiewijzer: steering what you do not own. The layers and their rules stand in CONTRIBUTING.md."""

__version__ = "0.2.0"
