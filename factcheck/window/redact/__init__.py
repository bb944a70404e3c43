"""Redact …: choose what goes, see all of it beforehand, then blank it for good."""
