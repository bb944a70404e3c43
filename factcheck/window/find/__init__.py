"""The Find view: passages of all documents that hold the words of a query."""
