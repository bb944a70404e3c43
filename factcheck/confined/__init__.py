"""Work in a child process that can do nothing but work: one way, whatever the work is.

A parent starts a `Child` with the name of a function and `Limits`, and exchanges messages with it.
The child gives up what it does not need before it sees a byte of a stranger's.
"""
