"""Backups, restoring, and what is shown of a case that is damaged or not known yet."""
