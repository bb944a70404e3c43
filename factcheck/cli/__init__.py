"""The command line: the same abilities as the window, for scripts and large jobs."""
