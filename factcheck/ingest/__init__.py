"""Readers: bytes or a path in, a Loaded out. No database, no Qt."""
