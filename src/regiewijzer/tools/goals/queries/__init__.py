"""Reading goals: their versions, what members think of them, how broad they are, and how they are split."""
