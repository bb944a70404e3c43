"""Tables of many rows: ids first, pages as they are looked at."""
