"""Units of measure: their names, and their sizes for conversion."""

from newslint.named_tuple import NamedTuple
from newslint.text.numbers.currencies import CURRENCY_BY_WORD, currency_before
from newslint.text.pattern import Pattern

GAPS = frozenset(" -")  # between a number and its unit, or what it counts


class Unit(NamedTuple):
    """A unit of measure by its canonical name, with its dimension and its size in that dimension's base unit."""

    name: str  # "mile", "square-foot"
    dimension: str  # length, area, mass, volume, speed or heat
    size: float  # in meters, square meters, kilograms, liters, kilometers per hour or degrees Celsius


# Dimension, size, canonical name, other names.
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
mass 6.35029318  stone stones
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
UNIT_BY_NAME: dict[str, Unit] = {}
for _line in _TABLE.split("\n"):
    if _line:
        _dimension, _size, _name, *_other_names = _line.split()
        _unit = Unit(_name, _dimension, float(_size))
        UNIT_BY_NAME |= dict.fromkeys((_name, *_other_names), _unit)

# First words of units: most numbers are followed by another word and need no closer look.
FIRST_WORDS_OF_UNITS = {name.partition("-")[0].partition("/")[0] for name in UNIT_BY_NAME}
FIRST_WORDS_OF_UNITS |= {"°", "percent", "per", "percentage", "pct", "p", *CURRENCY_BY_WORD}
FIRST_WORDS_OF_UNITS |= {"year", "years", "month", "months", "week", "weeks", "day", "days"}
WORD_AFTER_NUMBER = Pattern(r"°|[a-z]+", matches=("miles", "°C", "Percent"), misses=("%", "5"))
PERCENT = Pattern(
    r"[ -]?(?:%|(?:per[ ]?cent|pct|p\.c\b)\.?(?:age)?(?:[ -]points?)?\b|percentage[ ]points?)",
    matches=("%", " percent", " per cent", "-percent", " percentage points", " pct", " p.c. of"),
    misses=(" person", " per day", " percentages", " p.m."),
)
AGE_UNIT = Pattern(
    r"[ -](year|month|week|day)s?[ -]olds?\b",
    matches=("-year-old", " years old", "-week-olds"),
    misses=(" years older", " years", " hours old"),
)
UNIT_NAME = Pattern(
    r"""[ -]?((?:square|sq\.?|cubic|nautical|metric|degrees?)[ -]?[a-z]*|°[ ]?[cf]
        |(?:km|kilomet(?:er|re)s|miles)(?:/h|[ -](?:per|an)[ -]hour)|[a-z]+)\b""",
    matches=(" square miles", "sq. ft", "°C", " miles per hour", "-mile"),
    misses=("%", " 5 miles", "°R"),
)


def parse_unit(text: str, end: int) -> tuple[Unit, int] | None:
    """Return the unit of measure after the number that ends at `end`, and where the unit ends."""
    match = UNIT_NAME.match(text, end, end + 30)
    if match is None:
        return None
    name = match[1].lower().replace(" ", "-").replace(".", "")
    unit = UNIT_BY_NAME.get(name) or UNIT_BY_NAME.get(name.replace("°-", "°"))
    return (unit, match.end()) if unit else None


def unit_of(text: str, start: int, end: int) -> tuple[str, int, int]:
    """Return the unit of the number from `start` to `end` ("" for none), and the start and end with the unit."""
    currency = currency_before(text, start)
    if currency:
        return currency[0], currency[1], end
    after = text[end : end + 1]
    if after == "%":
        return "%", start, end + 1
    word_start = end + 1 if after in GAPS else end
    match = WORD_AFTER_NUMBER.match(text, word_start, word_start + 14)
    first = match[0].lower() if match else ""
    if first not in FIRST_WORDS_OF_UNITS:
        return "", start, end
    if first in ("percent", "per", "percentage", "pct", "p"):
        percent = PERCENT.match(text, end, end + 24)
        if percent:
            return ("point" if "point" in percent[0].lower() else "%"), start, percent.end()
    if first in CURRENCY_BY_WORD:
        return CURRENCY_BY_WORD[first], start, word_start + len(first)
    age = AGE_UNIT.match(text, end, end + 16)
    if age:
        return f"{age[1].lower()}-old", start, age.end()
    measure = parse_unit(text, end)
    if measure:
        return measure[0].name, start, measure[1]
    return "", start, end
