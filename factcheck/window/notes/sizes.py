"""The size of a file in words."""

from PySide6.QtCore import QLocale


def size_words(size: int) -> str:
    """Return a number of bytes as a person reads it: "3.4 MB"."""
    return QLocale().formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)
