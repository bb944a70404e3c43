"""Copies: found beside the window, listed with their shared passages, decided by a person."""
