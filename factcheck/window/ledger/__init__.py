"""The ledger: the verdicts as a table."""
