"""The library: the documents of the case."""
