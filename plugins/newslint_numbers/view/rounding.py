"""How precisely a number is written: rules report a wrong sum only where rounding cannot explain it."""

from newslint.api import Number, Pattern, Quantity

DIGITS = Pattern(
    r"[^\d]*([\d,]+)(?:\.(\d+))?", matches=("12,300", "$12.4 million", "°5"), misses=("twelve", "three million")
)


def last_digit_unit(text: str, number: Number | Quantity) -> float:
    """Return the unit of the last significant digit: 0.1 for 12.4, 100 for 12,300, a million for "3 million"."""
    match = DIGITS.match(text, number.start, number.end)
    if match is None:
        return 1.0 if number.value < 100 else number.value / 10
    whole, decimals = match[1].replace(",", ""), match[2]
    magnitude = number.value / (float(f"{whole}.{decimals or 0}") or 1.0)
    if decimals:
        return magnitude / 10.0 ** len(decimals)
    zeros = len(whole) - len(whole.rstrip("0"))
    return magnitude * (10.0**zeros if len(whole) > 3 else 1.0)


def without_magnitude(text: str, quantity: Quantity) -> Quantity:
    """Return a quantity with the value of its digits alone: 2.4 for "2.4 million"."""
    match = DIGITS.match(text, quantity.start, quantity.end)
    if match is None:
        return quantity
    return quantity._replace(value=float(f"{match[1].replace(',', '')}.{match[2] or 0}"))


def rounding_interval(text: str, quantity: Quantity) -> tuple[float, float]:
    """Return the least and the most that may have been rounded to this number; more with a hedge."""
    half = min(last_digit_unit(text, quantity) / 2, quantity.value * 0.05)
    if quantity.hedge_span[0] < quantity.hedge_span[1]:
        half = max(2 * half, quantity.value * 0.02)
    return quantity.value - half, quantity.value + half
