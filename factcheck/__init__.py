"""Factcheck: load articles, mark claims, link evidence, record verdicts, hand over the ledger."""

__version__ = "0.1.0"
