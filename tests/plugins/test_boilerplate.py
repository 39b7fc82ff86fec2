"""The family boilerplate: its fixes, its messages, and how many articles make a line a template."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest

from newslint.api import Article, Fix
from newslint.engine.checker import Checker
from newslint.engine.compare import compare_facts
from newslint.engine.fixes import apply_fixes
from newslint_boilerplate import newslint_rules
from newslint_boilerplate.repeated_line import RepeatedLine
from newslint_boilerplate.stray_line import StrayLine
from newslint_boilerplate.undecoded_text import UndecodedText
from newslint_boilerplate.view.junk import junk
from newslint_boilerplate.view.line_kinds.labels import normalize_label, split_camel_case

RULES = [rule() for rule in newslint_rules()]
BODY = (
    "The glacier lost two metres of ice in one summer, said the institute that has measured it since the war ended.",
    "Its tongue ends where a hotel stood in 1920, and the path to it has been moved uphill three times since then.",
    "The next measurement is planned for October, if the snow comes as late as it has in each of the past years.",
)


def read(text: str) -> Article:
    return Checker(RULES, cross=False).scan(Article("a.txt", text))


def fixes(text: str) -> list[Fix]:
    found = Checker(RULES, cross=False).check(Article("a.txt", text)).diagnostics
    return [one.fix for one in found if one.fix]


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\r\n", "\r\n\r\n"])
@pytest.mark.parametrize("end", ["", "\n", "\r\n"])
def test_fixes_keep_the_text_and_its_blank_lines(gap: str, end: str) -> None:
    first, second, third = BODY
    text = gap.join(["Share this article", first, "Advertisement", "Read more", second, third, "Comments"]) + end
    assert apply_fixes(text, fixes(text)) == gap.join(BODY) + end


@pytest.mark.parametrize("number", [1, 2])
def test_fixes_leave_no_doubled_blank_line(number: int) -> None:
    first, second, third = BODY
    text = f"{first}\n\nAdvertisement\nRead more\n\n{second}\n\n{third}\n\nRecent comments\n\nAdd a comment\n"
    every = fixes(text)
    assert len(every) == 4
    for some in combinations(every, number):
        made = apply_fixes(text, some)
        assert "\n\n\n" not in made
        assert made.endswith("\n") and not made.endswith("\n\n")
        assert [line for line in made.split("\n") if line in BODY] == list(BODY)


def test_an_article_of_junk_alone_is_emptied() -> None:
    text = "Share this\n\nAdvertisement\nComments\n"
    assert apply_fixes(text, fixes(text)).strip() == ""


def test_no_text_is_reported_twice() -> None:
    text = f"Home\nWorld\n{BODY[0]}\nSign up for our newsletter\n{BODY[1]} Read more\n{{site.example}}\nTags: ice\n"
    spans = sorted(one.span for one in read(text).get(junk))
    assert len(spans) == 6
    assert all(one.end <= other.start for one, other in pairwise(spans))


def test_the_message_names_the_strongest_features() -> None:
    text = f"{BODY[0]}\n{BODY[1]}\nMost popular\nNine hats for the autumn\n"
    (found,) = Checker([StrayLine()]).check(Article("a.txt", text)).diagnostics
    start = '"Nine hats for the autumn" does not seem to belong to the article: it '
    assert found.message.startswith(start) and found.message.endswith("; remove the line.")
    reasons = found.message.removeprefix(start).removesuffix("; remove the line.").replace(" and ", ", ").split(", ")
    assert len(reasons) == 3 and "follows the last sentence" in reasons
    assert found.fix is not None and not found.fix.safe


def facts(rule: RepeatedLine, texts: dict[str, str]) -> list[str]:
    checker = Checker([rule])
    seen = [fact for path, text in texts.items() for fact in checker.check(Article(path, text)).facts]
    return [found.message for found in compare_facts([rule], seen).diagnostics]


def test_repeated_line_counts_different_articles() -> None:
    texts = {f"{n}.txt": f"{body}\nA paper for the valley\n" for n, body in enumerate(BODY[:2])}
    assert facts(RepeatedLine(), texts) == []
    said = '"A paper for the valley" stands at the foot of 2 articles here: it comes from a template; remove the line.'
    assert facts(RepeatedLine(RepeatedLine.Options(least=2)), texts) == [said] * 2


def test_every_occurrence_of_a_repeated_line_is_reported() -> None:
    texts = {f"{n}.txt": f"{BODY[0]} It was year {n} of the series.\nA paper for the valley\n" for n in range(1200)}
    assert len(facts(RepeatedLine(), texts)) == 1200


def test_a_dateline_in_every_article_is_not_a_repeated_line() -> None:
    for day in ("date 2016-04-01", "Published April 1, 2016", "By the newsroom"):
        assert facts(RepeatedLine(), {f"{n}.txt": f"{day}\n{body}\n" for n, body in enumerate(BODY)}) == []


def test_the_records_of_a_file_are_one_group() -> None:
    checker = Checker([RepeatedLine()])
    made = [Article("a.jsonl", f"{body}\nA paper for the valley\n", record=n) for n, body in enumerate(BODY, 1)]
    seen = [fact for article in made for fact in checker.check(article).facts]
    assert len(compare_facts([RepeatedLine()], seen).diagnostics) == 3


def test_labels_are_compared_without_marks_and_numbers() -> None:
    assert normalize_label("» Comments (12)") == "comments"
    assert split_camel_case(["TwitterTweet", "LinkedIn", "SHARE"]) == ["twitter", "tweet", "linkedin", "share"]
    assert split_camel_case(["USNews", "5G", "read"]) == ["usnews", "5g", "read"]


def test_the_other_sequences_of_an_article_are_related_locations_up_to_eight() -> None:
    text = "The dis&shy;trict shut the mine &mdash; its only one &mdash; on Monday.\n" * 4
    (found,) = Checker([UndecodedText()]).check(Article("a.txt", text)).diagnostics
    assert found.message.endswith("; remove it and the 11 others.")
    assert [one.message for one in found.related] == [
        f'"{code}" is another' for code in ("&mdash;", "&mdash;", "&shy;") * 2 + ("&mdash;", "&mdash;")
    ]
    line = text.split("\n", 1)[0]
    assert [one.location.match for one in found.related[:3]] == ["&mdash;", "&mdash;", line]
