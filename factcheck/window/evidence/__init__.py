"""What is linked to a claim, as a list."""
