"""The live process: one listener to PostgreSQL, one room per session, one stream per phone or screen."""
