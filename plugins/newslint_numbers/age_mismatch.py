"""numbers/age-mismatch: one person with two ages."""

from collections.abc import Iterator

from newslint.api import Article, Finding, Pattern, Rejection, RelatedLocation, Rule, Span, TraceStep, sentence_at
from newslint_numbers.data.words import NAMESAKE_SIGNS, PAST_AGE_SIGNS
from newslint_numbers.view.ages import PersonAge, age_candidates, ages
from newslint_numbers.view.last_names import ages_of_last_name, in_order

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

FIRST = Rejection("it is the first age of that person")
SAME = Rejection("the first age of that person is the same")
REPORTED = Rejection("that person has a finding already")
IN_PAST = Rejection("a sentence of one of the two ages tells of another time", "time")
LOOKS_BACK = Rejection("the article looks back to the last century, and the ages may be of two times", "time")
RELATIVE = Rejection("the other age may be of a relative with the same name", "name")


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

    def judge(self, article: Article) -> Iterator[tuple[Span, Finding | Rejection]]:
        """Yield each age of a person, with one finding for each person, at the second age."""
        first_ages: dict[tuple[str, str], PersonAge] = {}
        reported = set()
        for person in in_order(article.get(ages), *ages_of_last_name(article, article.get(ages))):
            first = first_ages.setdefault(person.key, person)
            rejection = _why_not_reported(article, first, person, person.key in reported)
            if rejection is not None:
                yield person.span, rejection
                continue
            reported.add(person.key)
            here, before = article[person.span], article[first.span]
            yield (
                person.span,
                Finding(
                    person.span,
                    f'"{person.name}" is {here} here and {before} before; check which age is correct.',
                    related=(RelatedLocation(first.span, f"{before} here"),),
                ),
            )

    def trace(self, article: Article, span: Span) -> Iterator[TraceStep]:
        """Yield whether each number in a span is the age of a person, and what follows."""
        judged = dict(reversed(list(self.judge(article))))  # of one age that is read twice, the first
        for place, age in age_candidates(article):
            if not (place.start < span.end and span.start < place.end):
                continue
            outcome = judged.get(place)
            if isinstance(age, Rejection):
                if outcome is None:
                    yield TraceStep(place, age.stage, f"is no age of a person: {age.reason}")
                    continue
                yield TraceStep(place, "age", "is an age beside the last name of a person whose age is given before")
            else:
                yield TraceStep(place, "age", f'is the age of "{age.name}"')
            if isinstance(outcome, Rejection):
                yield TraceStep(place, outcome.stage, outcome.reason)
            elif outcome:
                yield TraceStep(place, "rule", "is reported")


def _why_not_reported(article: Article, first: PersonAge, person: PersonAge, has_finding: bool) -> Rejection | None:
    if first.age == person.age:
        return FIRST if first.span == person.span else SAME
    return REPORTED if has_finding else _why_not_one_person_today(article, first, person)


def _is_of_last_century(article: Article, start: int) -> bool:
    return article.text.startswith("19", start)


def _why_not_one_person_today(article: Article, first: PersonAge, second: PersonAge) -> Rejection | None:
    """Return what says that one of the ages is of another time, or of a relative with the same name, or None."""
    sentences = [sentence_at(article, person.span.start) for person in (first, second)]
    if any(PAST_AGE.search(article.text, sentence.start, sentence.end) for sentence in sentences):
        return IN_PAST
    if abs(first.age - second.age) < MIN_YEARS_BETWEEN_RELATIVES:
        return None
    if any(_is_of_last_century(article, start) for start, _end, _word in article.mentions("year")):
        return LOOKS_BACK  # the report may give the age of that time
    has_other_name = first.name != second.name
    if has_other_name or any(NAMESAKE.search(article.text, start, end) for start, end in sentences):
        return RELATIVE
    return None
