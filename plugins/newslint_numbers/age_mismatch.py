"""numbers/age-mismatch: one person with two ages."""

from collections.abc import Iterator

from newslint.api import Article, Finding, RelatedLocation, Rule
from newslint_numbers.view.ages import PersonAge, ages


class AgeMismatch(Rule):
    """Finds a person who is given two different ages.

    A wrong age will need a correction, and may point to the wrong person altogether: names repeat, and the age tells
    people of one name apart. The Society of Professional Journalists' Code of Ethics asks journalists to verify
    information before they release it, and to take responsibility for its accuracy.

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
        """Yield one finding for each person, at the second age."""
        first_ages: dict[tuple[str, str], PersonAge] = {}
        reported = set()
        for person in article.get(ages):
            first = first_ages.setdefault(person.key, person)
            if first.age != person.age and person.key not in reported:
                reported.add(person.key)
                here, before = article[person.span], article[first.span]
                yield Finding(
                    person.span,
                    f'"{person.name}" is {here} here and {before} before; check which age is correct.',
                    related=(RelatedLocation(first.span, f"{before} here"),),
                )
