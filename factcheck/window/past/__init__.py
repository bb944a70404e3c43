"""The past of a case: a claim, or the whole ledger, as it was at a moment."""
