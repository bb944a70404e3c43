"""How the settings want texts to be read."""

from factcheck.window.reader.typography import Typography
from factcheck.window.settings import Settings


def reading_look(settings: Settings) -> Typography:
    """Return face, zoom, line height and width of the texts."""
    return Typography(
        face="sans" if settings.article_font == "sans" else "serif",
        zoom=settings.article_zoom,
        leading=settings.article_line,
        width=settings.article_width,
    )
