"""The check view: an article, the sources beside it, and the claim that is being checked."""
