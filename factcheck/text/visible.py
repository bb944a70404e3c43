"""Characters that steer a terminal or a line of text instead of being read, as visible signs.

For where words of documents and cases are shown outside a reader: on a terminal, in titles, file
names and tooltips. What is stored, exported or written to a pipe stays as it is.
"""

import re

# All that moves, hides, colours or turns around: C0 but tab and line feed, DEL, C1, the marks of
# writing direction, the separators of lines, what annotates, and tags that no font shows.
_STEERING = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufff9-\ufffb"
    "\U000e0000-\U000e007f"
)
_SIGNS = re.compile(f"[{_STEERING}]")
_SIGNS_OR_BREAKS = re.compile(f"[\t\n{_STEERING}]")
# In the window each line stands for itself, and right-to-left scripts need their marks.
_SIGNS_IN_WINDOW = re.compile(f"(?![\u061c\u200e\u200f\u2028\u2029])[{_STEERING}]")
_PICTURES = 0x2400
"""U+2400 and on are pictures of U+0000 and on: ␀, ␛."""


def visible(text: str) -> str:
    """Return text with every steering character as a sign: ␛ for ESC, ‹U+202E› for the others.

    Tab and line feed stay. Linear; a text without such characters is returned as it is.
    """
    return _SIGNS.sub(_sign, text)


def visible_line(text: str) -> str:
    """Return text as one line, tab and line feed as signs too."""
    return _SIGNS_OR_BREAKS.sub(_sign, text)


def shown(text: str) -> str:
    """Return text for a label, a title or a tooltip: as visible, but marks of direction stay.

    What overrides or embeds a direction is a sign there too: it could turn around what follows.
    """
    return _SIGNS_IN_WINDOW.sub(_sign, text)


def escaped(json_text: str) -> str:
    r"""Return JSON in which steering characters are escapes (\u202e), so that it stays the same."""
    return _SIGNS.sub(_escape, json_text)


def _sign(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code < 0x20:
        return chr(_PICTURES + code)
    return "␡" if code == 0x7F else f"‹U+{code:04X}›"


def _escape(found: re.Match[str]) -> str:
    units = found[0].encode("utf-16-be")
    pairs = (units[at : at + 2].hex() for at in range(0, len(units), 2))
    return "".join(f"\\u{pair}" for pair in pairs)
