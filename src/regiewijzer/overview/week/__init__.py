"""What does this week ask of somebody, whatever their role? The first page of everybody."""
