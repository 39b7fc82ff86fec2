"""Articles, a configuration and a plugin for tests of the language server, and parts of its messages."""

from __future__ import annotations

from typing import Any

CONFIGURATION = """
select = ["pattern", "sources/bare-source", "boilerplate/template-tag"]
[[pattern]]
name = "kyiv"
match = '\\bKiev\\b'
message = '"{match}": write Kyiv.'
replace = "Kyiv"
"""
# Astral and combining characters, characters of two bytes, and CRLF line ends.
ODD = (
    "\U0001f30d\U0001f30d Zu\u0308rich – Kiev, cafe\u0301 𝔎iev Kiev.\r\n\r\nÄ Kiev \U0001f468\u200d\U0001f469 Kiev\r\n"
)
TOLLS = '''
"""Compares tolls."""
from newslint.api import CrossArticleRule, Fact, Finding, RelatedLocation, Span

class Tolls(CrossArticleRule):
    """Finds tolls that differ."""

    name = "tolls/differ"

    def collect_facts(self, article):
        start = article.text.find("toll ")
        while start >= 0:
            yield Fact("toll", Span(start, start + 6), article.text[start + 5])
            start = article.text.find("toll ", start + 1)

    def compare_facts(self, facts):
        if len({fact.value for fact in facts}) > 1:
            yield Finding(facts[-1].location, "tolls differ", None, (RelatedLocation(facts[0].location, "here"),))

def newslint_rules():
    return [Tolls]
'''


def where(diagnostic: dict[str, Any]) -> tuple[int, int]:
    return diagnostic["range"]["start"]["line"], diagnostic["range"]["start"]["character"]


def general(*encodings: str) -> dict[str, Any]:
    return {"general": {"positionEncodings": list(encodings)}}
