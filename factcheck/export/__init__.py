"""Rows in, files out. No database, no Qt."""
