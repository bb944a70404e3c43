"""The scales of a case: seen, chosen, made, edited, loaded from a file."""
