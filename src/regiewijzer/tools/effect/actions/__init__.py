"""Recording what a network is judged on, what was seen and told, and what was concluded."""
