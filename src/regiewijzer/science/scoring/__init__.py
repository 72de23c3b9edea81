"""What do the answers to a questionnaire say? Scores per dimension, never a total mark.

`definitions` hold what scoring needs to know of a questionnaire (its texts live elsewhere), `respondents` read one
person's answers, `groups` those of several, `conditions` recognise a pattern, `selection` says which items fit. A new
questionnaire is data for these modules, not code.
"""
