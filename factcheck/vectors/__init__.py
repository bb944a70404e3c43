"""Texts as vectors: what lies near each other means nearly the same. No SQL, no Qt.

The only folder that needs the extra ``semantic``; it is imported where something is asked for,
and says in one sentence what is missing where it is not installed.
"""
