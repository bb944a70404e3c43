"""Currencies: the signs before a figure and the words after it."""

from typing import NamedTuple

from factcheck.text.figures.tokens import Token

SIGNS = {
    "$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "₹": "INR",
    "₽": "RUB",
    "₩": "KRW",
    "₺": "TRY",
    "₴": "UAH",
    "₦": "NGN",
    "₪": "ILS",
    "₱": "PHP",
    "฿": "THB",
    "₫": "VND",
}
# Letters before "$": US$, A$, HK$. A plain "$" beside one of them may be the same money.
_DOLLARS = {
    "us": "US$",
    "a": "AUD",
    "au": "AUD",
    "c": "CAD",
    "ca": "CAD",
    "nz": "NZD",
    "hk": "HKD",
    "s": "SGD",
    "nt": "TWD",
    "r": "BRL",
}
CODES = {
    code.lower(): code
    for code in [
        "USD",
        "EUR",
        "GBP",
        "JPY",
        "CHF",
        "AUD",
        "CAD",
        "NZD",
        "CNY",
        "INR",
        "RUB",
        "SEK",
        "NOK",
        "DKK",
        "PLN",
        "CZK",
        "HUF",
        "TRY",
        "ZAR",
        "KRW",
        "MXN",
        "BRL",
        "HKD",
        "SGD",
        "ILS",
        "UAH",
        "KES",
        "NGN",
        "EGP",
        "THB",
        "PHP",
        "IDR",
        "VND",
        "PKR",
        "BDT",
        "AED",
        "SAR",
        "QAR",
        "RON",
        "BGN",
        "ISK",
    ]
} | {
    "sfr": "CHF",
    "fr": "CHF",
    "rs": "INR",
    "rmb": "CNY",
    "kr": "CROWN",
    "eur": "EUR",
    "ksh": "KES",
}
_NAMES = {
    "dollar": "USD",
    "dollars": "USD",
    "buck": "USD",
    "bucks": "USD",
    "euro": "EUR",
    "euros": "EUR",
    "quid": "GBP",
    "sterling": "GBP",
    "pound": "GBP",
    "pounds": "GBP",
    "franc": "CHF",
    "francs": "CHF",
    "franken": "CHF",
    "yen": "JPY",
    "yuan": "CNY",
    "renminbi": "CNY",
    "rupee": "INR",
    "rupees": "INR",
    "rouble": "RUB",
    "roubles": "RUB",
    "ruble": "RUB",
    "rubles": "RUB",
    "rand": "ZAR",
    "real": "BRL",
    "reais": "BRL",
    "kronor": "SEK",
    "krona": "SEK",
    "kroner": "KRONER",
    "crown": "CROWN",
    "crowns": "CROWN",
    "krone": "KRONER",
    "zloty": "PLN",
    "zlotys": "PLN",
    "forint": "HUF",
    "forints": "HUF",
    "koruna": "CZK",
    "lira": "TRY",
    "liras": "TRY",
    "won": "KRW",
    "peso": "PHP",
    "pesos": "PHP",
    "shilling": "KES",
    "shillings": "KES",
    "naira": "NGN",
    "hryvnia": "UAH",
    "hryvnias": "UAH",
    "shekel": "ILS",
    "shekels": "ILS",
    "baht": "THB",
    "rupiah": "IDR",
    "ringgit": "MYR",
    "taka": "BDT",
    "dirham": "AED",
    "dirhams": "AED",
    "dinar": "DIN",
    "dinars": "DIN",
    "guilders": "NLG",
    "guilder": "NLG",
    "marks": "DEM",
}
_NATIONS = {
    "us": "US$",
    "american": "US$",
    "australian": "AUD",
    "canadian": "CAD",
    "zealand": "NZD",
    "hong": "HKD",
    "singapore": "SGD",
    "swiss": "CHF",
    "danish": "DKK",
    "norwegian": "NOK",
    "swedish": "SEK",
    "icelandic": "ISK",
    "indian": "INR",
    "pakistani": "PKR",
    "mexican": "MXN",
    "argentine": "ARS",
    "chilean": "CLP",
    "philippine": "PHP",
    "egyptian": "EGP",
    "turkish": "TRY",
    "kenyan": "KES",
    "ugandan": "UGX",
    "tanzanian": "TZS",
    "chinese": "CNY",
    "japanese": "JPY",
    "sri": "LKR",
    "british": "GBP",
    "pounds": "GBP",
    "cfa": "XOF",
    "french": "FRF",
    "belgian": "BEF",
    "czech": "CZK",
    "polish": "PLN",
    "hungarian": "HUF",
    "south": "",
}
_PENNIES = {
    "p": "GBP",
    "pence": "GBP",
    "penny": "GBP",
    "pennies": "GBP",
    "cent": "CENT",
    "cents": "CENT",
    "¢": "CENT",
    "kopecks": "RUB",
    "paise": "INR",
    "rappen": "CHF",
}


class Currency(NamedTuple):
    """A currency found beside a figure: its code, factor to its main unit, and where it stands.

    start, end: half-open, token indices.
    """

    code: str
    factor: float
    start: int
    end: int


def currency_before(tokens: list[Token], at: int) -> Currency | None:
    """Return the currency whose sign or code stands just before token ``at``."""
    if at == 0:
        return None
    before = tokens[at - 1]
    code = SIGNS.get(before.low)
    if code:
        start = at - 1
        if start and before.glued and before.low == "$" and tokens[start - 1].low in _DOLLARS:
            return Currency(_DOLLARS[tokens[start - 1].low], 1.0, start - 1, at)
        return Currency(code, 1.0, start, at)
    code = CODES.get(before.low)
    # "Rs. 500" has a full stop between.
    if code is None and before.text == "." and at > 1 and before.glued:
        code = CODES.get(tokens[at - 2].low)
        return Currency(code, 1.0, at - 2, at) if code and tokens[at - 2].low != "fr" else None
    if code and before.text[0].isupper():
        return Currency(code, 1.0, at - 1, at)
    return None


def currency_after(tokens: list[Token], at: int) -> Currency | None:
    """Return the currency whose word, code or sign stands from token ``at`` on."""
    if at >= len(tokens):
        return None
    token = tokens[at]
    low = token.low
    if low in _PENNIES and (low != "p" or token.glued):
        return Currency(_PENNIES[low], 0.01, at, at + 1)
    code = SIGNS.get(low) or (CODES.get(low) if token.text.isupper() else None) or _NAMES.get(low)
    if code:
        return Currency(code, 1.0, at, at + 1)
    if low in _NATIONS:
        for place in (at + 1, at + 2):
            if place < len(tokens) and tokens[place].low in _NAMES:
                name = _NAMES[tokens[place].low]
                return Currency(_NATIONS[low] or name, 1.0, at, place + 1)
    return None


def same_money(one: str, other: str) -> bool:
    """Say whether two codes may be one currency: a plain dollar may be anybody's dollar."""
    # "US$" is said to be American; a plain dollar may be anybody's.
    if one == other or "CENT" in (one, other) or {one, other} == {"US$", "USD"}:
        return True
    if (one in _LOOSE and other in _LOOSE[one]) or (other in _LOOSE and one in _LOOSE[other]):
        return True
    family = {"USD", "AUD", "CAD", "NZD", "HKD", "SGD", "TWD"}
    return one in family and other in family and "USD" in (one, other)


# What a word without its nation may stand for.
_LOOSE = {
    "CROWN": {"SEK", "NOK", "DKK", "ISK", "CZK", "KRONER"},
    "KRONER": {"NOK", "DKK"},
    "CHF": {"FRF", "BEF", "XOF"},
    "PHP": {"MXN", "ARS", "CLP", "COP"},
    "INR": {"PKR", "LKR", "NPR"},
    "KES": {"UGX", "TZS"},
}
