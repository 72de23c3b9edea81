"""Recording evaluations and stances, and taking over what people told."""
