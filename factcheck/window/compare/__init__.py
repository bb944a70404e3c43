"""A claim and its evidence side by side."""
