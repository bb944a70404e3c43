"""Lists under the readers of what the program found in texts: quotations, changes."""
