"""Figures in a text: numbers, money, measures, shares, ordinals and times as values with spans."""

from factcheck.text.figures.figure import Figure
from factcheck.text.figures.moment import Moment, published_day, same_time
from factcheck.text.figures.reading import Reading, read

__all__ = ["Figure", "Moment", "Reading", "published_day", "read", "same_time"]
