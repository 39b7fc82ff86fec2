"""numbers/age-mismatch: one person, two ages."""

from collections.abc import Iterator

from newslint.api import Article, Finding, RelatedLocation, Rule
from newslint_numbers.view.ages import Aged, ages


class AgeMismatch(Rule):
    """Finds a person who is given two different ages.

    A wrong age is a correction waiting to be printed, and may point to the wrong person altogether: names repeat, and
    the age is what tells their bearers apart. The Society of Professional Journalists' Code of Ethics asks journalists
    to verify information before they release it, and to take responsibility for its accuracy.

    ```bad
    Police have arrested 42-year-old Karin Musterfrau. Karin Musterfrau, 49, will appear in court.
                                                                         ^^ "Karin Musterfrau" is 49 here and 42 …
    ```

    ```good
    Police have arrested 42-year-old Karin Musterfrau. Karin Musterfrau, 42, will appear in court.
    Her son, 19-year-old Max Musterfrau, was with her.
    ```
    """

    name = "numbers/age-mismatch"
    required_kinds = ("number",)

    def check(self, article: Article) -> Iterator[Finding]:
        """One finding for each person, at the second age."""
        first: dict[tuple[str, str], Aged] = {}
        told = set()
        for aged in article.get(ages):
            known = first.setdefault(aged.key, aged)
            if known.age != aged.age and aged.key not in told:
                told.add(aged.key)
                here, before = article[aged.figure], article[known.figure]
                yield Finding(
                    aged.figure,
                    f'"{aged.name}" is {here} here and {before} before; find out which is right.',
                    related=(RelatedLocation(known.figure, f"{before} here"),),
                )
