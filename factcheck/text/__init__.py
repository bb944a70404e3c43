"""Pure text: strings in, values out. No database, no Qt."""
