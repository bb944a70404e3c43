"""Plain text that means harm."""

from collections.abc import Iterator

from tests.hostile.specimens import Specimen


def specimens() -> Iterator[Specimen]:
    """Give plain texts."""
    yield Specimen("esc-日本.txt", "Red \x1b[31mtext\x1b[0m 日本, in full.".encode(), ("in full.",))
    yield Specimen("cr-only.txt", "Erste Zeile ä\rZweite Zeile\r".encode(), ("Zweite Zeile",))
    yield Specimen("digits.txt", b"The sum is " + b"9" * 400 + b" crowns.", ("crowns.",))
    yield Specimen("empty.txt", b"", refused=True)
    yield Specimen("blank.txt", b" \n\t\n ", refused=True)
