"""Fixes that delete text: they leave no doubled blank line and change nothing else."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newslint.api import Article, Diagnostic
from newslint.config.settings import Settings
from newslint.engine.fixes import apply_fixes
from newslint.linter.linter import build_linter

LINTER = build_linter(Settings(select=("advertising", "boilerplate")))
PROSE = (
    "The council voted on Tuesday to close the old harbour bridge for two years of repairs, and to send the traffic "
    "over the northern ring road, where the shops have asked for it for years."
)
BLOCKS = st.sampled_from(
    [
        PROSE,
        "The bridge was built in 1931. Nobody has repaired it since.",
        "A new bridge",
        "Advertisement",
        "Sign up for our newsletter.",
        "Share this article",
        "{{ title }}",
        "Drivers Born Before 1970 Should See This New Insurance Trick",
        "Use code SPRING at checkout and get 20% off your first order.",
        "We may earn a commission if you buy through the links on this page.",
        f"<p>{PROSE}</p>",
        f"{PROSE} Advertisement",
        f"Updated 10:01 pm, May 7, 2024 {PROSE}",
        f"{PROSE} Sign up for our newsletter. {PROSE}",
        f"{PROSE} <br> {PROSE}",
        "Health",
        "Tags: bridges",
    ]
)
GAPS = st.sampled_from(["\n", "\n\n", "\r\n", "\r\n\r\n", "\n \t\n"])
PARTS = st.lists(st.tuples(BLOCKS, GAPS), max_size=5)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(PARTS, GAPS, PARTS, st.booleans())
def test_a_deletion_doubles_no_blank_line_and_changes_nothing_else(
    before: list[tuple[str, str]], gap: str, after: list[tuple[str, str]], ended: bool
) -> None:
    text = "".join(block + end for block, end in (*before, (PROSE, gap), ("{{ title }}", gap), *after))
    text = text if ended else text.rstrip()
    found = [one for one in LINTER.checker.check(Article("a.txt", text)).diagnostics if one.fix]
    assert found
    for one in found:
        assert one.fix is not None and all(new == "" for _, new in one.fix.edits)
        _is_clean(text, [one])
    for family in ("advertising/", "boilerplate/"):
        _is_clean(text, [one for one in found if one.rule.startswith(family)])


def _is_clean(text: str, found: list[Diagnostic]) -> None:
    left = apply_fixes(text, [one.fix for one in found if one.fix])
    rest = text
    for one in sorted(found, key=lambda one: -one.location.start.offset):
        rest = rest[: one.location.start.offset] + rest[one.location.end.offset :]
    assert left.split() == rest.split()  # every other word is kept
    assert not re.search(r"\n\s*\n\s*\n\s*\S", left) or re.search(r"\n\s*\n\s*\n\s*\S", text)
    assert "  " not in left or "  " in text
    assert len(left) - len(left.lstrip()) <= len(text) - len(text.lstrip())
    assert len(left) - len(left.rstrip()) <= max(1, len(text) - len(text.rstrip()))


WRAPPED = """\
The harbour board agreed on Thursday that the old ferry goes
on for one more winter, after a meeting of almost six hours
in which nobody asked who is to pay for the repair of hulls.
{label}
Anneliese told the board that the ferry needs a new boiler in
the spring, and that she would not sail it with the old one.
"""


@pytest.mark.parametrize(
    "label",
    [
        "READ ALSO: Mayor Deeply Saddened By Harl Ferry Accident",
        "Sign up for our newsletter and get the news every day",
        "Get 50% off a year of the Harl Gazette, now only $1.99",
        "Continue reading below this advertisement of our own",
    ],
)
def test_a_line_that_may_belong_to_the_next_paragraph_is_not_deleted(label: str) -> None:
    """Lines are as wide as the others here, so a paragraph may go on where a label ends."""
    text = WRAPPED.format(label=label)
    fixes = [found.fix for found in LINTER.checker.check(Article("a.txt", text)).diagnostics if found.fix]
    left = apply_fixes(text, fixes)
    for line in WRAPPED.split("\n"):
        assert line in left or line == "{label}"


def test_a_wrapped_line_of_junk_is_deleted_with_all_its_lines() -> None:
    text = WRAPPED.replace(
        "{label}\n", "\nREAD ALSO: Mayor deeply saddened by the accident of the ferry\non the Harl\n\n"
    )
    fixes = [found.fix for found in LINTER.checker.check(Article("a.txt", text)).diagnostics if found.fix]
    assert apply_fixes(text, fixes) == WRAPPED.replace("{label}\n", "\n")
