"""What asks for a decision? The findings of all rules, kept and followed."""
