"""The language of an article: samples in other languages, and English texts that must not be taken for one."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from newslint.article import Article
from newslint.config.settings import Settings
from newslint.engine.example_blocks import blocks
from newslint.linter.linter import build_linter
from newslint.text.language import ENGLISH, SAMPLE_CHARS, language
from newslint.text.language_guess import ENGLISH_WORDS, WORDS_BY_LANGUAGE
from support import ROOT


def _samples() -> Iterator[tuple[str, str]]:
    document = (ROOT / "tests/cases/foreign-articles.txt").read_text(encoding="utf-8")
    for part in re.split(r"^== ", document, flags=re.MULTILINE)[1:]:
        name, _, articles = part.partition("\n")
        for article in articles.strip().split("\n\n"):
            yield name, article


SAMPLES = list(_samples())
ENGLISH_QUOTATION = '\n"The train will not run until the line has been checked", the company said in the evening.'


@pytest.mark.parametrize(("name", "text"), SAMPLES)
def test_a_sample_is_in_its_language(name: str, text: str) -> None:
    assert language(Article("a.txt", text)) == name


@pytest.mark.parametrize(("name", "text"), SAMPLES)
def test_a_short_quotation_in_english_changes_no_language(name: str, text: str) -> None:
    assert language(Article("a.txt", f"{text}\n{text}\n{text}{ENGLISH_QUOTATION}")) == name


@pytest.mark.parametrize(("name", "text"), SAMPLES)
def test_an_english_article_may_quote_other_languages(name: str, text: str) -> None:
    english = (ROOT / "seeds/a.txt").read_text(encoding="utf-8")
    assert language(Article("a.txt", f"{english}\n\n“{text}”")) == ENGLISH
    quotation = f"{text}\n\n" * (SAMPLE_CHARS // len(text) + 1)
    assert language(Article("a.txt", f"“{quotation}”\n\n{english}")) == ENGLISH


def test_every_english_example_is_english() -> None:
    count = 0
    for name, rule in build_linter(Settings(preview=True)).all_rules.items():
        cases = (ROOT / f"tests/cases/{name}.md").read_text(encoding="utf-8")
        for group in blocks(f"{rule.info().documentation}\n\n{cases}"):
            for block in group:
                found = language(Article("a.txt", block.text))
                assert found == ENGLISH or rule.any_language, block.text
                count += 1
    assert count > 400


def test_an_empty_text_is_english() -> None:
    assert language(Article("a.txt", "")) == language(Article("a.txt", "12 34\n5")) == ENGLISH


def test_no_list_holds_a_frequent_english_word() -> None:
    english = ENGLISH_WORDS | set("a i in to do on no as is so me at for be an we over under men per".split())
    assert {name: found for name, words in WORDS_BY_LANGUAGE.items() if (found := words & english)} == {}
