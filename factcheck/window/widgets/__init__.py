"""Small parts that the panels share. They know no case; each has an accessible name."""
