"""What happened to a claim, line by line."""
