"""What a claim and a piece of evidence tell differently, with the places and the reasons."""

from factcheck.text.differences.answers import answer
from factcheck.text.differences.comparing import compare
from factcheck.text.differences.results import Agreement, Comparison, Difference, Kind, Label

__all__ = ["Agreement", "Comparison", "Difference", "Kind", "Label", "answer", "compare"]
