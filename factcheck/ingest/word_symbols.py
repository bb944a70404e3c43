"""Signs of the fonts that show others than the letters they are asked for: Symbol, Wingdings."""

_SYMBOL_ROWS = {
    0x20: " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_",
    0x60: "‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼",
    0xA0: "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓",
    0xE0: "◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪",
    0xF1: "〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭",
}
_WINGDINGS_ROWS = {
    0x28: "☎✆✉", 0x36: "⌛⌨", 0x41: "✌", 0x45: "☜☞☝☟", 0x4A: "☺", 0x4C: "☹", 0x4E: "☠",
    0x51: "✈☼", 0x54: "❄", 0x58: "✠✡☪☯ॐ☸♈♉♊♋♌♍♎♏♐♑♒♓", 0x6C: "●❍■□", 0x71: "❑❒⬧⧫◆❖⬥⌧",
    0x7A: "⌘", 0x80: "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿", 0x9E: "·•", 0xA1: "○", 0xA4: "◉◎",
    0xA7: "▪◻", 0xAA: "✦★✶✴✹✵", 0xB1: "⌖", 0xD5: "⌫⌦", 0xD8: "➢", 0xDF: "←→↑↓↖↗↙↘",
    0xE8: "➔", 0xEF: "⇦⇨⇧⇩⬄⇳", 0xFB: "✗✓☒☑",
}  # fmt: skip
_FONTS = {
    font: {first + at: sign for first, row in rows.items() for at, sign in enumerate(row)}
    for font, rows in (("symbol", _SYMBOL_ROWS), ("wingdings", _WINGDINGS_ROWS))
}
_OTHER_FONTS = ("wingdings 2", "wingdings 3", "webdings", "zapfdingbats", "zapf dingbats",
                "marlett", "mt extra", "bookshelf symbol 7")  # fmt: skip
_PRIVATE = 0xF000
UNREADABLE = "\ufffd"


def shows_signs(font: str) -> bool:
    """Say whether a font shows signs in the place of ordinary letters."""
    return font.lower() in _FONTS or font.lower() in _OTHER_FONTS


def sign_of(font: str, code: int) -> str:
    """Return what a font shows for a code, with or without 0xF000; UNREADABLE where not known."""
    known = _FONTS.get(font.lower())
    if known is not None:
        return known.get(code - _PRIVATE if code >= _PRIVATE else code, UNREADABLE)
    is_character = 0x20 <= code < 0xD800 or 0xF900 <= code < 0xFFFE or 0x10000 <= code < 0xF0000
    return chr(code) if is_character and not shows_signs(font) else UNREADABLE


def signs_of(font: str, text: str) -> str:
    """Return a text with the private codes of a font of signs as what they show."""
    return "".join(
        sign_of(font, ord(each)) if _PRIVATE <= ord(each) < _PRIVATE + 0x100 else each
        for each in text
    )
