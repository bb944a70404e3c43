"""Units of measure and their factors: a compact table of what news is measured in.

pint knows more units, but takes longer to import than the window may take to open, and it reads
"m" and "score" without looking at the words around them.
"""

from typing import NamedTuple

from factcheck.text.figures.tokens import Token


class Unit(NamedTuple):
    """What a unit measures and how it converts: base = value * factor + offset."""

    dimension: str
    factor: float
    offset: float = 0.0


def _units() -> dict[str, Unit]:
    rows = {
        ("length", 1.0): "m metre metres meter meters",
        ("length", 1000.0): "km kms kilometre kilometres kilometer kilometers",
        ("length", 0.01): "cm centimetre centimetres centimeter centimeters",
        ("length", 0.001): "mm millimetre millimetres millimeter millimeters",
        ("length", 1609.344): "mile miles mi",
        ("length", 0.9144): "yard yards yd",
        ("length", 0.3048): "foot feet ft",
        ("length", 0.0254): "inch inches",
        ("length", 1852.0): "nm nmi",
        ("length", 1.8288): "fathom fathoms",
        ("mass", 1.0): "kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes",
        ("mass", 0.001): "g gram grams gramme grammes",
        ("mass", 1e-6): "mg milligram milligrams",
        ("mass", 1000.0): "t tonne tonnes tons ton",
        ("mass", 0.45359237): "lb lbs",
        ("mass", 0.028349523): "ounce ounces oz",
        ("mass", 6.35029318): "stone",
        ("area", 1e4): "hectare hectares ha",
        ("area", 4046.8564224): "acre acres",
        ("volume", 1.0): "litre litres liter liters l",
        ("volume", 0.001): "millilitre millilitres milliliter milliliters ml",
        ("volume", 100.0): "hectolitre hectolitres hl",
        ("volume", 3.785411784): "gallon gallons",
        ("volume", 158.987294928): "barrel barrels bbl",
        ("volume", 0.56826125): "pint pints",
        ("speed", 1 / 3.6): "kph kmh",
        ("speed", 0.44704): "mph",
        ("speed", 0.514444): "knot knots",
        ("power", 1.0): "watt watts w",
        ("power", 1e3): "kw kilowatt kilowatts",
        ("power", 1e6): "mw megawatt megawatts",
        ("power", 1e9): "gw gigawatt gigawatts",
        ("power", 745.7): "horsepower hp",
        ("energy", 1.0): "kwh",
        ("energy", 1e3): "mwh",
        ("energy", 1e6): "gwh",
        ("energy", 1e9): "twh",
        ("data", 1.0): "mb megabyte megabytes",
        ("data", 1e3): "gb gigabyte gigabytes",
        ("data", 1e6): "tb terabyte terabytes",
        ("length", 201.168): "furlong furlongs",
        ("length", 9.4607e15): "light-year light-years",
        ("mass", 50.80234544): "hundredweight cwt",
        ("mass", 100.0): "quintal quintals",
        ("volume", 36.36872): "bushel bushels",
        ("volume", 1.1365225): "quart quarts",
        ("volume", 0.01): "centilitre centilitres cl",
        ("pressure", 1.0): "bar",
        ("pressure", 0.001): "millibar millibars hectopascal hectopascals hpa",
        ("pressure", 0.0689476): "psi",
        ("voltage", 1.0): "volt volts",
        ("voltage", 1e3): "kilovolt kilovolts kv",
        ("frequency", 1.0): "hertz hz",
        ("frequency", 1e3): "kilohertz khz",
        ("frequency", 1e6): "megahertz mhz",
        ("calories", 1.0): "calorie calories kcal kilocalorie kilocalories",
        ("calories", 0.239): "kilojoule kilojoules kj",
        ("carats", 1.0): "carat carats karat karats",
        ("radiation", 1.0): "millisievert millisieverts msv",
        ("radiation", 0.001): "microsievert microsieverts",
        ("sound", 1.0): "db decibel decibels",
        ("magnitude", 1.0): "magnitude",
        ("duration", 1.0): "second seconds sec secs",
        ("duration", 60.0): "minute minutes min mins",
        ("duration", 3600.0): "hour hours hr hrs",
        ("duration", 86400.0): "day days night nights",
        ("duration", 604800.0): "week weeks",
        ("duration", 1209600.0): "fortnight fortnights",
        ("duration", 2629746.0): "month months",
        ("duration", 7889238.0): "quarters",
        ("duration", 31556952.0): "year years yr yrs",
        ("duration", 315569520.0): "decade decades",
        ("duration", 3155695200.0): "century centuries",
    }
    table = {
        name: Unit(dimension, factor)
        for (dimension, factor), names in rows.items()
        for name in names.split()
    }
    table["celsius"] = table["centigrade"] = Unit("temperature", 1.0)
    table["fahrenheit"] = Unit("temperature", 5 / 9, -160 / 9)
    table["kelvin"] = Unit("temperature", 1.0, -273.15)
    # Germans, French and Spaniards measure in these; the rest of their units read as above.
    for names, same in (
        ("stunde stunden heure heures hora horas", "hour"),
        ("tag tage tagen jour jours día días", "day"),
        ("woche wochen semaine semaines semana semanas", "week"),
        ("monat monate monaten mois mes meses", "month"),
        ("jahr jahre jahren an ans année années año años", "year"),
        ("minuten minuto minutos", "minute"),
        ("kilómetros kilómetro kilomètres kilomètre", "km"),
        ("mètres mètre metros metro", "metre"),
        ("tonnen tonelada toneladas", "tonne"),
        ("hektar hectares hectáreas", "hectare"),
    ):
        for name in names.split():
            table[name] = table[same]
    del table["an"]  # the English article
    return table


UNITS = _units()
# One letter stands for too much to be a unit unless it follows its figure closely.
SHORT = frozenset({"m", "g", "t", "l", "w", "mi", "mb", "min", "ha", "stone", "second", "seconds"})
_DEGREES = {"c": "celsius", "f": "fahrenheit", "k": "kelvin"}
_SQUARE = {"square", "sq"}
_CUBIC = {"cubic", "cu"}
_PER = {"a", "an", "per", "each", "every", "/"}


class Measured(NamedTuple):
    """A unit found after a figure, and the token after it."""

    unit: Unit
    end: int


def read_unit(tokens: list[Token], at: int) -> Measured | None:
    """Read the unit that begins at token ``at``, "miles an hour" and "°F" and "sq km" included."""
    if at >= len(tokens):
        return None
    token = tokens[at]
    low = token.low
    if low in {"°", "º"} or low in {"degrees", "degree", "deg"}:
        return _degrees(tokens, at)
    if low in _SQUARE or low in _CUBIC:
        power = 2 if low in _SQUARE else 3
        dot = 1 if at + 1 < len(tokens) and tokens[at + 1].low == "." else 0
        inner = UNITS.get(tokens[at + 1 + dot].low) if at + 1 + dot < len(tokens) else None
        if inner and inner.dimension == "length":
            name, scale = ("area", 1.0) if power == 2 else ("volume", 1000.0)
            return Measured(Unit(name, inner.factor**power * scale), at + 2 + dot)
        return None
    if low == "nautical":
        return _per_time(tokens, Measured(UNITS["nm"], min(at + 2, len(tokens))))
    unit = UNITS.get(low)
    if unit is None:
        return None
    end = at + 1
    if unit.dimension == "length" and end < len(tokens) and tokens[end].text in "²³":
        name, scale, power = ("area", 1.0, 2) if tokens[end].text == "²" else ("volume", 1000.0, 3)
        return Measured(Unit(name, unit.factor**power * scale), end + 1)
    return _per_time(tokens, Measured(unit, end))


def _degrees(tokens: list[Token], at: int) -> Measured | None:
    place = at + 1
    if place < len(tokens):
        low = tokens[place].low
        if low in _DEGREES and (tokens[place].glued or tokens[at].low in {"degrees", "degree"}):
            return Measured(UNITS[_DEGREES[low]], place + 1)
        if low in {"celsius", "centigrade", "fahrenheit"}:
            return Measured(UNITS[low], place + 1)
    # Without a letter degrees are taken for Celsius, and may be angles: they only meet degrees.
    return Measured(Unit("degrees", 1.0), place)


def _per_time(tokens: list[Token], measured: Measured) -> Measured:
    """Turn a length followed by "an hour", "/h" or "per second" into a speed."""
    unit, end = measured
    if unit.dimension != "length" or end + 1 >= len(tokens) or tokens[end].low not in _PER:
        return measured
    low = tokens[end + 1].low
    time = UNITS.get({"h": "hour", "s": "second", "hr": "hour"}.get(low, low))
    if time is None or time.dimension != "duration" or time.factor > 3600:
        return measured
    return Measured(Unit("speed", unit.factor / time.factor), end + 2)
