"""The data of the page as JSON: the findings with their rules and articles, and the text of each article."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from newslint import __version__
from newslint.api import Diagnostic, RelatedInformation, ReportContext, RuleInfo, truncate
from newslint.reporters.escaping import exact_json_text
from newslint.reporters.html.article_text import ArticleText, article_text
from newslint.reporters.html.colors import family, family_color
from newslint.reporters.html.model import ArticleView, ReportModel, article_key, build_model
from newslint.reporters.text import line_and_column

UNIT_NAMES = {"char": "code points", "byte": "bytes of UTF-8", "utf16": "UTF-16 units", "display": "cells"}
MAX_WORDS_CHARS = 60  # quoted of a candidate
# `<` could end the element that holds the data, or begin a comment in it.
IN_ELEMENT = str.maketrans({"<": "\\u003c"})


def data_element(identity: str, value: object) -> str:
    """Return an element that holds a value as JSON, which no browser runs."""
    return f'<script type="application/json" id="{identity}">{exact_json_text(value).translate(IN_ELEMENT)}</script>\n'


def article_data(view: ArticleView, text: ArticleText) -> dict[str, Any]:
    """Return what the list of articles says about one."""
    return {
        "path": view.path,
        "record": view.record,
        "headline": text.headline,
        "opening": text.opening,
        "words": text.words,
    }


def report_parts(
    diagnostics: Iterable[Diagnostic], context: ReportContext
) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    """Return the data of the text of each article, and those of the report, for few articles."""
    model = build_model(diagnostics)
    texts = [article_text(view, context) for view in model.articles.values()]
    articles = [article_data(view, text) for view, text in zip(model.articles.values(), texts, strict=True)]
    return [text.data for text in texts], report_data(model, articles, context)


def report_data(model: ReportModel, articles: Sequence[Mapping[str, Any]], context: ReportContext) -> dict[str, Any]:
    """Return the data of a report, without the texts of its articles."""
    rules = {name: number for number, name in enumerate(model.rules)}
    findings = [
        _finding(note.diagnostic, view.number, rules, model, context)
        for view in model.articles.values()
        for note in view.notes
    ]
    return {
        "version": __version__,
        "unit": UNIT_NAMES.get(context.column_unit, "code points"),
        "rules": [rule_data(context.rule_info(name), f"rule-{number}") for name, number in rules.items()],
        "articles": articles,
        "findings": findings,
    }


def rule_data(info: RuleInfo, section: str) -> dict[str, Any]:
    """Return what the page's script needs to know of a rule; `section` is the id of what the page says about it."""
    group = family(info.name)
    url = info.url if info.url and info.url.startswith(("https://", "http://")) else None  # never javascript:
    return {
        "name": info.name,
        "family": group,
        "color": family_color(group),
        "summary": info.summary,
        "url": url,
        "section": section,
    }


def _finding(
    diagnostic: Diagnostic, article: int, rules: Mapping[str, int], model: ReportModel, context: ReportContext
) -> dict[str, Any]:
    data: dict[str, Any] = {
        "article": article,
        "rule": rules[diagnostic.rule],
        "severity": diagnostic.severity,
        "at": line_and_column(diagnostic.location, context),
        "message": diagnostic.message,
        "match": diagnostic.match,
        "fingerprint": diagnostic.fingerprint,
    }
    if diagnostic.fix:
        data["fix"] = {"title": diagnostic.fix.title, "safe": diagnostic.fix.safe}
    if diagnostic.related:
        data["related"] = [_related(related, model, context) for related in diagnostic.related]
    if why := _why(diagnostic, context):
        data["why"] = why
    return data


def _why(diagnostic: Diagnostic, context: ReportContext) -> list[list[str]]:
    """Return the steps to a finding: stage, conclusion, and the words that they are about if it is not the finding."""
    steps = []
    for words, stage, conclusion in context.trail(diagnostic):
        about = "" if words == diagnostic.match else truncate(" ".join(words.split()), MAX_WORDS_CHARS)
        steps.append([stage, conclusion, about] if about else [stage, conclusion])
    return steps


def _related(related: RelatedInformation, model: ReportModel, context: ReportContext) -> dict[str, Any]:
    article = model.articles[article_key(related.location)].number
    return {"article": article, "at": line_and_column(related.location, context), "message": related.message}
