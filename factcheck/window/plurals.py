"""English numbers: "1 claim", "9 claims", from one source text, "%n claim(s)".

Qt chooses the form of a plural by a catalogue of the language; English is the language of the
source and has none. A source text says its two forms itself: "(s)" stands for nothing or s,
"entr(y|ies)" for one of two endings, the first for exactly one. Catalogues of other languages go
before this one.
"""

import re
from typing import Final

from PySide6.QtCore import QCoreApplication, QTranslator

_ENDING: Final = re.compile(r"\((\w*)\|(\w*)\)|\(s\)")


def plural(source: str, number: int) -> str:
    """Return a source text in the form for a number."""
    if number == 1:
        return _ENDING.sub(lambda found: found[1] or "", source)
    return _ENDING.sub(lambda found: "s" if found[2] is None else found[2], source)


class EnglishPlurals(QTranslator):
    """Answers for source texts with a number; all others it does not know."""

    def isEmpty(self) -> bool:
        """Say that there is something to ask for."""
        return False

    def translate(
        self,
        context: str,
        sourceText: str,  # noqa: N803 - Qt's own names
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str:
        """Give a text in the form for n, nothing for texts without a number."""
        if n < 0 or "(" not in sourceText:
            return None  # type: ignore[return-value]  # a null string: ask the next catalogue
        return plural(sourceText, n)


def install(app: QCoreApplication) -> None:
    """Install it once; catalogues of other languages come after it and are asked first."""
    if app.findChild(EnglishPlurals) is None:
        app.installTranslator(EnglishPlurals(app))
