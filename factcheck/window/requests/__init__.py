"""Requests: asked, listed, tried again, answered."""
