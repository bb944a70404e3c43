"""Reading an article line by line: what is read, what needs no check, the sign-off."""
