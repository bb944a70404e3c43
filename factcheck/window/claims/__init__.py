"""The claim beside the article, and all claims as a table."""
