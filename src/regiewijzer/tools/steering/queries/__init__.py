"""Reading instruments, their evaluations, how they work together, and how the authority steers."""
