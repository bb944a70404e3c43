"""What leaves the window: looked through for traces of confidential sources before it does."""
