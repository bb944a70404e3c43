"""Claims from a sheet: columns mapped, rows previewed, made beside the window."""
