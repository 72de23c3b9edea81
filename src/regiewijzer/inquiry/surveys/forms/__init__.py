"""Judging what people type: a draft with its list of people, and the answers of a respondent."""
