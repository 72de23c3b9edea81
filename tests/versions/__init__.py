"""Dumps of the databases of earlier versions, on which every later migration is tried."""
