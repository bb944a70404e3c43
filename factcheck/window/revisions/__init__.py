"""New versions in the window: adding them, and looking at what they did to places."""
