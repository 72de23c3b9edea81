"""How does a YAML file become a questionnaire? Every mistake is noted with its line; one is enough to refuse it."""
