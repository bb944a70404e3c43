"""Hints for the active claim: passages that may be evidence, and earlier claims like it."""
