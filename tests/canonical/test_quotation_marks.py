"""Quotation marks and apostrophes of the canonical text."""

from __future__ import annotations

import pytest

from newslint.api import Article


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ('"We left," she said.', "“We left,” she said."),
        ("``We left,'' she said.", "“We left,” she said."),
        ("''We left,'' she said.", "“We left,” she said."),
        ("«We left», she said.", "“We left”, she said."),
        ("„We left“, she said.", "“We left”, she said."),
        ("”We left,” she said.", "“We left,” she said."),
        ("'We left,' she said. 'It's ours.'", "“We left,” she said. “It's ours.”"),
        ("‘We left,’ she said.", "“We left,” she said."),
        ("“He said ‘no’ to us,” she said.", "“He said ‘no’ to us,” she said."),
        ("'We saw the boys' bikes,' she said.", "“We saw the boys' bikes,” she said."),
        ("The town’s ’90s, rock ’n’ roll", "The town's '90s, rock 'n' roll"),
        ("The '90s were 'a good time' for us.", "The '90s were “a good time” for us."),
        ("the dogs' owners' club", "the dogs' owners' club"),
        ("He is 6'2\" tall.", "He is 6'2\" tall."),
        ('A 12" pipe and "a tap"', 'A 12" pipe and “a tap”'),
        ("He said 'no", "He said 'no"),
        ('The "first line\nand "the second"', "The “first line\nand “the second”"),
    ],
)
def test_marks_have_one_form(raw: str, text: str) -> None:
    assert Article("a.txt", raw).text == text
