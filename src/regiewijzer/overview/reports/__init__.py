"""What goes to the board: a summary and dossiers as PDF."""
