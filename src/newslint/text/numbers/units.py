"""Units of measure and money: their names, and how they convert."""

from typing import NamedTuple

from newslint.text.pattern import Pattern

GAPS = frozenset(" -\xa0")


class Unit(NamedTuple):
    """A unit by its canonical name: what it measures, and its size in that dimension's base unit."""

    name: str
    dimension: str
    size: float


_TABLE = """
length 1000      km kms kilometer kilometers kilometre kilometres
length 1         m meter meters metre metres
length 0.01      cm centimeter centimeters centimetre centimetres
length 0.001     mm millimeter millimeters millimetre millimetres
length 1609.344  mile miles mi
length 0.9144    yard yards yd yds
length 0.3048    foot feet ft
length 0.0254    inch inches
length 1852      nautical-mile nautical-miles
area 1e6         square-km square-kilometer square-kilometers square-kilometre square-kilometres sq-km
area 1           square-m square-meter square-meters square-metre square-metres sq-m
area 2589988.11  square-mile square-miles sq-mi sq-mile sq-miles
area 0.83612736  square-yard square-yards sq-yd
area 0.09290304  square-foot square-feet sq-ft sq-feet
area 4046.8564   acre acres
area 10000       hectare hectares ha
mass 1000        tonne tonnes metric-ton metric-tons metric-tonnes
mass 1           kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes
mass 0.001       gram grams
mass 0.45359237  pound pounds lb lbs
mass 0.028349523 ounce ounces oz
volume 1         liter liters litre litres
volume 3.7854118 gallon gallons
volume 1000      cubic-meter cubic-meters cubic-metre cubic-metres
volume 28.316847 cubic-foot cubic-feet
volume 764.55486 cubic-yard cubic-yards
speed 1          kph kmh km/h kilometers-per-hour kilometres-per-hour km-per-hour kilometers-an-hour kilometres-an-hour
speed 1.609344   mph miles-per-hour miles-an-hour
speed 1.852      knot knots
heat 1           c celsius degrees-celsius degree-celsius degrees-c °c centigrade degrees-centigrade
heat 0.5555556   f fahrenheit degrees-fahrenheit degree-fahrenheit degrees-f °f
"""
UNITS: dict[str, Unit] = {}
for _line in _TABLE.split("\n"):
    if _line:
        _dimension, _size, _name, *_others = _line.split()
        _unit = Unit(_name, _dimension, float(_size))
        UNITS |= dict.fromkeys((_name, *_others), _unit)

CURRENCIES = {"dollars": "$", "euros": "€"}
WORD = Pattern(r"°|[a-z]+")
# With which words a unit can begin, so that most figures need no closer look.
FIRST_WORDS = {name.partition("-")[0].partition("/")[0] for name in UNITS}
FIRST_WORDS |= {"°", "percent", "per", "percentage", "year", "years", "month", "months", "week", "weeks", "day", "days"}
FIRST_WORDS |= set(CURRENCIES)
PERCENT = Pattern(r"[ \xa0-]?(?:%|per[ ]?cent\b(?:age)?(?:[ -]points?)?|percentage[ ]points?)")
OLD = Pattern(r"[ \xa0-](year|month|week|day)s?[ \xa0-]olds?\b")
MEASURE = Pattern(
    r"""[ \xa0-]?((?:square|sq\.?|cubic|nautical|metric|degrees?)[ -]?[a-z]*|°[ ]?[cf]
        |(?:km|kilomet(?:er|re)s|miles)(?:/h|[ -](?:per|an)[ -]hour)|[a-z]+)\b"""
)


def parse_unit(text: str, end: int) -> tuple[Unit, int] | None:
    """The unit of measure that follows a figure, and where it ends."""
    match = MEASURE.match(text, end, end + 30)
    if match is None:
        return None
    name = match[1].lower().replace(" ", "-").replace(".", "")
    unit = UNITS.get(name) or (UNITS.get(name.replace("°-", "°")))
    return (unit, match.end()) if unit else None


def unit_of(text: str, start: int, end: int) -> tuple[str, int, int]:
    """The unit of the figure from `start` to `end` ("" for none), and both ends with the unit's own words."""
    sign = text[start - 1 : start]
    if sign and sign in "$£€":
        return sign, start - 1, end
    after = text[end : end + 1]
    if after == "%":
        return "%", start, end + 1
    begin = end + 1 if after in GAPS else end
    word = WORD.match(text, begin, begin + 14)
    first = word[0].lower() if word else ""
    if first not in FIRST_WORDS:
        return "", start, end
    if first in ("percent", "per", "percentage"):
        percent = PERCENT.match(text, end, end + 24)
        if percent:
            return ("point" if "point" in percent[0].lower() else "%"), start, percent.end()
    if first in CURRENCIES:
        return CURRENCIES[first], start, begin + len(first)
    old = OLD.match(text, end, end + 16)
    if old:
        return f"{old[1].lower()}-old", start, old.end()
    found = parse_unit(text, end)
    if found:
        return found[0].name, start, found[1]
    return "", start, end
