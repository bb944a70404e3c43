"""Who said it, and when: proposals for a claim, with the words of the article they come from."""

from factcheck.text.attribution.proposing import Proposals, Reader
from factcheck.text.attribution.source import Source
from factcheck.text.attribution.speaking import Article, Speaker
from factcheck.text.attribution.when import When

__all__ = ["Article", "Proposals", "Reader", "Source", "Speaker", "When"]
