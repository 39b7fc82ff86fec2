"""How exactly a figure is written, so that a sum is doubted only where no rounding explains it."""

from newslint.api import Number, Pattern, Quantity

DIGITS = Pattern(r"[^\d]*([\d,]+)(?:\.(\d+))?")


def last_digit_unit(text: str, figure: Number | Quantity) -> float:
    """The unit of the last digit that counts: 0.1 for 12.4, 100 for 12,300, a million for "3 million"."""
    match = DIGITS.match(text, figure.start, figure.end)
    if match is None:
        return 1.0 if figure.value < 100 else figure.value / 10
    whole, places = match[1].replace(",", ""), match[2] or ""
    magnitude = figure.value / (float(f"{whole}.{places or 0}") or 1.0)
    if places:
        return magnitude / 10.0 ** len(places)
    zeros = len(whole) - len(whole.rstrip("0"))
    return magnitude * (10.0**zeros if len(whole) > 3 else 1.0)


def rounded(text: str, quantity: Quantity) -> tuple[float, float]:
    """The least and the most that may have been rounded to this figure; a hedge makes it wider."""
    half = min(last_digit_unit(text, quantity) / 2, quantity.value * 0.05)
    if quantity.hedge_span[0] < quantity.hedge_span[1]:
        half = max(2 * half, quantity.value * 0.02)
    return quantity.value - half, quantity.value + half
