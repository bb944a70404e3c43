"""From bytes to characters: what the file says, else UTF-8, else the likeliest encoding."""

import codecs
import re
from typing import NamedTuple

from factcheck.errors import FactcheckError

REPLACEMENT = "\ufffd"
_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What browsers read under these labels (WHATWG Encoding, §4.2): supersets of what is declared.
_BROWSER_NAMES = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
    "utf-16": "utf-8",
    "utf-16-le": "utf-8",
    "utf-16-be": "utf-8",
}
_BINARY = re.compile(rb"[\x00-\x06\x0e-\x1a\x1c-\x1f\x7f]")
_GUESS_BYTES = 200_000
"""How much the guess looks at: more is slower (0.3 s a MB) and hardly ever right more often."""


class Decoded(NamedTuple):
    """The characters of a file, the encoding they were read as, and what the user should know."""

    text: str
    encoding: str
    warnings: tuple[str, ...]


def decode(data: bytes, name: str, declared: str = "") -> Decoded:
    """Decode data by its BOM, as UTF-8, as declared, or by the likeliest encoding, in this order.

    UTF-8 comes before what is declared: bytes beyond ASCII that happen to be well-formed UTF-8
    are UTF-8, whatever a template says. A guess gives a warning, and so does each U+FFFD.
    Raises FactcheckError where data is binary or no encoding fits.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _with_warnings(data.decode(encoding, "replace"), encoding)
    wide = _wide_without_bom(data)
    if wide:
        return _with_warnings(data.decode(wide, "replace"), wide, guessed=True)
    if not declared and is_binary(data):
        raise FactcheckError(f"“{name}” is not text: it has binary data in it.")
    try:
        # ISO-2022-JP is made of ASCII bytes: there UTF-8 would always fit.
        if b"\x1b$" not in data[:_GUESS_BYTES]:
            return _with_warnings(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    return _decode_other(data, name, _known(declared))


def is_binary(data: bytes) -> bool:
    """Say whether data has control bytes that no text file in a byte encoding has."""
    head = data[:_GUESS_BYTES]
    found = len(_BINARY.findall(head))
    return b"\x00" in head or found > len(head) // 200


def _decode_other(data: bytes, name: str, declared: str) -> Decoded:
    if declared:
        try:
            return _with_warnings(data.decode(declared), declared)
        except (UnicodeDecodeError, UnicodeError):
            pass
    if b"\x1b$" not in data[:_GUESS_BYTES] and _is_damaged_utf8(data):
        return _with_warnings(data.decode("utf-8", "replace"), "utf-8")
    if declared:
        return _with_warnings(data.decode(declared, "replace"), declared)
    guess = _guess(data)
    if guess is None:
        raise FactcheckError(
            f"“{name}” could not be decoded: no text encoding fits it. Save it as UTF-8 and "
            "add it again."
        )
    return _with_warnings(data.decode(guess, "replace"), guess, guessed=True)


def _with_warnings(text: str, encoding: str, *, guessed: bool = False) -> Decoded:
    warnings = []
    if guessed:
        warnings.append(
            f"The file does not say its encoding; it was read as {encoding}, which is a guess."
        )
    lost = text.count(REPLACEMENT)
    if lost:
        places = "1 place" if lost == 1 else f"{lost} places"
        warnings.append(f"Characters could not be read in {places}; they are shown as “\ufffd”.")
    return Decoded(text, encoding, tuple(warnings))


def _wide_without_bom(data: bytes) -> str:
    """Return the UTF-16 flavour of data that has no BOM but is plainly UTF-16, else ""."""
    head = data[:4096]
    if len(head) < 4 or len(data) % 2 or b"\x00" not in head:
        return ""
    even, odd = head[::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if odd > half * 0.3 and even < half * 0.02:
        found = "utf-16-le"
    elif even > half * 0.3 and odd < half * 0.02:
        found = "utf-16-be"
    else:
        return ""
    return "" if is_binary(head.decode(found, "replace").encode()) else found


def _is_damaged_utf8(data: bytes) -> bool:
    """Say whether data is UTF-8 but for a few broken places (a cut end, a bad paste)."""
    text = data[:_GUESS_BYTES].decode("utf-8", "replace")
    lost = text.count(REPLACEMENT)
    whole = sum(len(run) for run in re.findall(r"[^\x00-\x7f\ufffd]+", text))
    return whole >= 10 * lost


def _known(declared: str) -> str:
    """Return Python's name for a declared encoding, as browsers read it; "" if it has none."""
    try:
        found = codecs.lookup(declared.strip().strip("\"'")).name if declared else ""
    except (LookupError, ValueError):
        return ""
    found = _BROWSER_NAMES.get(found, found)
    # Codecs such as rot13 or punycode are no character encodings.
    return found if not found or codecs.lookup(found)._is_text_encoding else ""  # noqa: SLF001


def _guess(data: bytes) -> str | None:
    if b"\x1b$" in data[:_GUESS_BYTES]:
        try:
            data.decode("iso2022_jp")
        except UnicodeDecodeError:
            pass
        else:
            return "iso2022_jp"
    # 60 ms to import, and only files in old encodings need it.
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_GUESS_BYTES]).best()
    if best is None:
        return None
    # Of encodings that give the same characters the western one is named.
    return "cp1252" if "cp1252" in best.could_be_from_charset else best.encoding
