"""Reads: questions to a case, each a function that takes a connection and returns plain rows.

``Case.read(question, …)`` asks them in a short transaction. They hold literal SQL, import no
ORM, and finish within 20 ms for what a window shows at a time.
"""
