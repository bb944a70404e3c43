"""What each command takes, a module a group: light, because each start reads them."""
