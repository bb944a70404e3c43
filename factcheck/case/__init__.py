"""The case file: the only place with SQL."""
