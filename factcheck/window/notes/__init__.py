"""Source notes: made, typed anew, and the files that are kept with them."""
