"""What the playground calls in Python: the profiles, and the findings in one text as the data of a report."""

from __future__ import annotations

import json
import os
from functools import cache

from newslint import Linter
from newslint.files import Source
from newslint.linter.read_articles import read_articles
from newslint.linter.trails import Trails
from newslint.reporters.html.data import report_parts

PATH = "pasted.txt"
FOLDER = "/tmp"  # in the memory of the browser


@cache
def linter(profile: str) -> Linter:
    """Return the linter with a profile; empty is none."""
    if not profile:
        return Linter()
    # `tempfile` takes longer to import than an article to lint.
    path = os.path.join(FOLDER, f".newslint-{profile}.toml")
    with open(path, "w", encoding="utf-8") as file:
        file.write(f"profile = {json.dumps(profile)}\n")
    return Linter(path)


def profiles() -> str:
    """Return the names of all profiles as JSON."""
    rules = linter("")._linter.all_rules.values()
    return json.dumps(sorted({profile for rule in rules for profile in rule.profiles}))


def lint(text: str, profile: str) -> str:
    """Return the data of a report about a text, as JSON: those of the page, and the text of each article."""
    report = linter(profile).lint(text, path=PATH)
    inner = linter(profile)._linter
    trails = Trails(inner, lambda _path, _record: next(iter(read_articles(inner, Source(PATH, text)))))
    texts, data = report_parts(report, report._context()._replace(trail=trails.trail))
    return json.dumps({"data": data, "texts": texts})
