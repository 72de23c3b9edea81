"""What does the literature say, in Dutch and English? Sentences of findings, sources, words and knowledge pages.

`catalogue` finds things, `sentences` fills them in, `pages` holds the reading matter, `validation` guards the files in
`content/`. Everything is read from files that travel with the package; nothing here knows a framework or a database.
"""
