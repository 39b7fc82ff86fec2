"""dates/impossible-date: a day that no calendar has."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.api import Article, Finding, Pattern, Rule, Span, days_in_month, time_expressions

# "In June 31 people came" holds no date: without a year, what stands around has to show that it is one.
DATE_FOLLOWS = Pattern(r"\b(?:on|by|until|till|before|after|since|from|dated|due|day,?)\s(?:the\s)?\Z")
ENDS = Pattern(r"(?:st|nd|rd|th)?(?:[.,;:!?)”\"’]|\s(?:and|at|in|when|after|before|because|as|for|to)\b|\s?$)")


class ImpossibleDate(Rule):
    """Finds a day that no calendar has, such as June 31, or February 29 in a year that is no leap year.

    The right day cannot be guessed from the wrong one, so somebody has to look it up. Such dates come of typing, of
    reckoning ("thirty days later") and of machines that write, and they survive because they look like dates. The
    Society of Professional Journalists' Code of Ethics asks journalists to verify information before they release it,
    and to take responsibility for its accuracy.

    ```bad
    Bids are open until June 31, and the work is to be finished by February 29, 2027.
                        ^^^^^^^ June has only 30 days; correct "June 31".
                                                                   ^^^^^^^^^^^^^^^^^ February 2027 has only 28 days; …
    ```

    ```good
    Bids are open until June 30. In June 31 firms had asked for the papers; on February 29, 2028, the work ends.
    ```
    """

    name = "dates/impossible-date"
    severity = "error"
    required_kinds = ("month-name", "year")

    def check(self, article: Article) -> Iterator[Finding]:
        """One finding for each such day."""
        text = article.text
        for when in article.get(time_expressions):
            if when.day is None or when.month is None or not 1 <= when.month <= 12:
                continue
            length = days_in_month(when.year, when.month)
            if length >= when.day or when.day > 31:
                continue
            if when.year is None and not (
                (when.weekday is not None or DATE_FOLLOWS.search(text, when.start - 12, when.start))
                and ENDS.match(text, when.end)
            ):
                continue
            at = Span(when.start, when.end)
            named = MONTHS[when.month - 1] + (f" {when.year}" if when.month == 2 and when.year else "")
            yield Finding(at, f'{named} has only {length} days; correct "{article[at]}".')


MONTHS = "January February March April May June July August September October November December".split()
