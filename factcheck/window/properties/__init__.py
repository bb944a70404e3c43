"""What the open case is as a whole, its fingerprint, and whether it is as it was."""
