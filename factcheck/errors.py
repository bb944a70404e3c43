"""The one error that a user may see. Anything else that is raised is a bug."""


class FactcheckError(Exception):
    """Something the user can act on; its text is the sentence shown in the window and on stderr.

    Write a full sentence: what happened, to what, and what to do about it.
    """


class UsageError(FactcheckError):
    """The command line was called in a wrong way: exit code 2 instead of 1."""


class Cancelled(FactcheckError):
    """The user stopped a long task. What was finished before is kept."""


class DamagedError(FactcheckError):
    """A case file is not as Factcheck left it: it is never written to; a backup is offered."""


class DiskFullError(FactcheckError):
    """Nothing was saved, because there is no room for it."""
