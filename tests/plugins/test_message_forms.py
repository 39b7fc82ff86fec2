"""The forms of a page's messages: a message holds one of the words without which its form is not tried."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.text.pattern import Pattern
from newslint_boilerplate.view.certain.message_forms import FORMS


@pytest.mark.parametrize(("kind", "form", "words"), FORMS, ids=lambda value: value if isinstance(value, str) else "")
def test_every_message_of_a_form_holds_one_of_its_words(kind: str, form: Pattern, words: tuple[str, ...]) -> None:
    @settings(max_examples=100, deadline=None)
    @given(st.from_regex(re.compile(form.source, form.flags | re.ASCII)))
    def holds_a_word(text: str) -> None:
        if match := form.match(" ".join(text.split()), 0):  # a line of the canonical text
            assert any(word in match[0].lower() for word in words)

    holds_a_word()
