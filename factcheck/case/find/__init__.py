"""Finding: passages worth reading for a claim, and earlier fact-checks that resemble it."""
