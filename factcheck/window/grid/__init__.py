"""The grid: what each document says of each claim."""
