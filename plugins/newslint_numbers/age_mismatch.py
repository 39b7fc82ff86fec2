"""numbers/age-mismatch: one person with two ages."""

from collections.abc import Iterator

from newslint.api import Article, Finding, Pattern, RelatedLocation, Rule, sentence_at
from newslint_numbers.data.words import NAMESAKE_SIGNS, PAST_AGE_SIGNS
from newslint_numbers.view.ages import PersonAge, ages
from newslint_numbers.view.last_names import ages_of_last_name

MIN_YEARS_BETWEEN_RELATIVES = 14  # of one name
PAST_AGE = Pattern(
    rf"\b(?:(?:19|20)\d\d|at[ ]the[ ]time|{'|'.join(PAST_AGE_SIGNS)})\b",
    method="search",
    matches=("In 2004 a 45-year-old", "who was 19 then", "two years ago"),
    misses=("in 20 days", "the timely man"),
)
NAMESAKE = Pattern(
    rf"\b(?:{'|'.join(NAMESAKE_SIGNS)})\b",
    method="search",
    matches=("and his son", "the elder"),
    misses=("person", "elderly"),
)


class AgeMismatch(Rule):
    """Finds a person who is given two different ages.

    A wrong age will need a correction, and may point to the wrong person altogether: names repeat, and the age tells
    people of one name apart. The Society of Professional Journalists' Code of Ethics asks journalists to verify
    information before they release it, and to take responsibility for its accuracy. The rule reads an age beside a full
    name and, if no other first name stands with the last name in the article, one beside the last name alone.

    ```bad
    Police have arrested 42-year-old Karin Musterfrau. Karin Musterfrau, 49, will appear in court.
                                                                         ^^ "Karin Musterfrau" is 49 here and 42 …

    Police spoke to Max Beispiel, 42. Beispiel, 24, is a witness.
                                                ^^ "Max Beispiel" is 24 here and 42 before; check …
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
        persons = article.get(ages)
        for person in sorted((*persons, *ages_of_last_name(article, persons)), key=_start):
            first = first_ages.setdefault(person.key, person)
            if first.age != person.age and person.key not in reported and _is_one_person_today(article, first, person):
                reported.add(person.key)
                here, before = article[person.span], article[first.span]
                yield Finding(
                    person.span,
                    f'"{person.name}" is {here} here and {before} before; check which age is correct.',
                    related=(RelatedLocation(first.span, f"{before} here"),),
                )


def _start(person: PersonAge) -> int:
    return person.span.start


def _is_of_last_century(article: Article, start: int) -> bool:
    return article.text.startswith("19", start)


def _is_one_person_today(article: Article, first: PersonAge, second: PersonAge) -> bool:
    """Return whether nothing says that one of the ages is of another time, or of a relative with the same name."""
    sentences = [sentence_at(article, person.span.start) for person in (first, second)]
    if any(PAST_AGE.search(article.text, sentence.start, sentence.end) for sentence in sentences):
        return False
    if abs(first.age - second.age) < MIN_YEARS_BETWEEN_RELATIVES:
        return True
    if any(_is_of_last_century(article, start) for start, _end, _word in article.mentions("year")):
        return False  # the report looks back, and may give the age of that time
    has_other_name = first.name != second.name
    return not (has_other_name or any(NAMESAKE.search(article.text, start, end) for start, end in sentences))
