"""What `--why` says of lines that may be junk: what they are weighed by, or why they are not weighed.

`tests/cases/weighed-lines.txt` holds articles; a heading may name the rule that is asked. Below a line stands what
`--why` says of it, indented: the features that count for the page after "+", those that count for the article after
"-", and the beginnings of other conclusions; all of a stage, if one. Each feature is called by its name, since one
wording may stand for several. Neither weights nor single words are stated, as they change whenever the weights are
fitted again.
"""

from __future__ import annotations

import re
from typing import NamedTuple

import pytest

from newslint import Linter
from newslint_boilerplate.data.weights import BIAS, CONTEXT_BIAS, WEIGHTS
from newslint_boilerplate.view.trace import scores
from support import ROOT

LINTER = Linter()
SCORE = re.compile(
    r"scoring: scored (?P<score>\S+), and needs more than (?P<needed>\S+) to be reported"
    r"(?:; for the page: (?P<page>.*?))?(?:; for the article: (?P<article>.*))?"
)
PIECE = re.compile(r"(?:has the word \"(?P<word>.*?)\"|(?P<name>.*?)) (?P<weight>[+−]\d+\.\d\d)(?:, |$)")


class Case(NamedTuple):
    title: str
    rule: str
    text: str
    stated: dict[int, list[str]]  # by the number of the line, from 1


def _cases() -> list[Case]:
    cases = []
    text = (ROOT / "tests/cases/weighed-lines.txt").read_text(encoding="utf-8")
    for part in text.removeprefix("# ").split("\n# "):
        title, *rows = part.rstrip("\n").split("\n")
        lines: list[str] = []
        stated: dict[int, list[str]] = {}
        for row in rows:
            if row.startswith("  "):
                stated.setdefault(len(lines), []).append(row.strip())
            else:
                lines.append(row)
        named = re.search(r"boilerplate/[a-z-]+", title)
        cases.append(Case(title, named[0] if named else "boilerplate/stray-line", "\n".join(lines), stated))
    return cases


CASES = _cases()


@pytest.fixture
def by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let traces call all features by their names."""
    for name, value in ("MAX_PIECES", 99), ("TRACE_WORDING", {}), ("REASONS", {}):
        monkeypatch.setattr(scores, name, value)


def conclusions(rule: str, text: str) -> dict[int, list[str]]:
    """Return what `--why` says of each line, with the score as it is stated."""
    found: dict[int, list[str]] = {}
    for step in LINTER.why(rule, text).steps:
        rows = found.setdefault(step.location.start.line, [])
        row = f"{step.stage}: {step.conclusion}"
        if match := SCORE.fullmatch(row):
            rows.append(f"needs {match['needed']}")
            for sign, side in ("+", match["page"]), ("-", match["article"]):
                names = sorted(piece["name"] for piece in PIECE.finditer(side or "") if piece["name"])
                rows.append(f"{sign} " + "; ".join(names))
        else:
            rows.append(row)
    return found


def _stage(row: str) -> str:
    """Return the stage of a row: a score, and what is concluded from it or instead of it, count as one."""
    stage = row.partition(" ")[0]
    return "scoring:" if stage in ("needs", "+", "-", "headline:", "guard:", "rule:") else stage


@pytest.mark.usefixtures("by_name")
@pytest.mark.parametrize("case", CASES, ids=[case.title for case in CASES])
def test_why_names_what_lines_are_weighed_by(case: Case) -> None:
    found = conclusions(case.rule, case.text)
    for number, stated in case.stated.items():
        stages = {_stage(row) for row in stated}
        rows = [row for row in found[number] if _stage(row) in stages]
        cut = [row if row[0] in "+-" else row[: len(said)] for row, said in zip(rows, stated, strict=False)]
        assert (cut, len(rows)) == (stated, len(stated)), rows


def test_why_of_one_line_is_what_why_says_of_it_among_all() -> None:
    rule, text = "boilerplate/read-more", next(case.text for case in CASES if "do not decide" in case.title)
    steps = LINTER.why(rule, text).steps
    for number in range(6, 10):
        of_line = tuple(step for step in steps if step.location.start.line == number)
        assert len(of_line) > 1
        assert LINTER.why(rule, text, line=number).steps == of_line


def _scores(case: Case) -> list[re.Match[str]]:
    steps = LINTER.why(case.rule, case.text).steps
    return [match for step in steps if (match := SCORE.fullmatch(f"{step.stage}: {step.conclusion}"))]


@pytest.mark.usefixtures("by_name")
@pytest.mark.parametrize("case", CASES[:3], ids=[case.title for case in CASES[:3]])
def test_a_score_is_the_sum_of_all_that_a_line_is_weighed_by(case: Case) -> None:
    for match in _scores(case):
        score = BIAS + CONTEXT_BIAS
        for piece in PIECE.finditer(f"{match['page']}, {match['article']}"):
            weight = WEIGHTS[f"={piece['word']}" if piece["word"] else piece["name"]]
            assert piece["weight"] == f"{'+' if weight > 0 else '−'}{abs(weight) / 16:.2f}"
            score += weight
        assert match["score"] == f"{'−' if score < 0 else ''}{abs(score) / 16:.2f}"


@pytest.mark.parametrize("case", CASES[:3], ids=[case.title for case in CASES[:3]])
def test_a_score_comes_with_the_four_strongest_pieces_of_evidence_on_either_side(case: Case) -> None:
    for match in _scores(case):
        for side in match["page"], match["article"]:
            weights = [abs(float(piece["weight"].replace("−", "-"))) for piece in PIECE.finditer(side)]
            assert 0 < len(weights) <= 4
            assert weights == sorted(weights, reverse=True)
            assert WEIGHTS.keys().isdisjoint(piece["name"] for piece in PIECE.finditer(side) if piece["word"] is None)
