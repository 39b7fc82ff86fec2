"""`--new-plugin NAME`: write the package of a plugin, with a rule, its examples and its tests."""

from __future__ import annotations

import os
import re
from pathlib import Path

from newslint.config.settings import SettingsError
from newslint.plugin_loader.finder import BUILT_IN

NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
# Families that are taken: the built-in ones, and that of the patterns in a configuration.
TAKEN = {"newslint", "pattern", *(name.removeprefix("newslint_") for name in BUILT_IN if "." not in name)}

PROJECT = """\
[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"

[project]
name = "newslint-{name}"
version = "0.1.0"
description = "Rules for newslint."
readme = "README.md"
requires-python = ">=3.10"
dependencies = ["newslint"]

[project.optional-dependencies]
test = ["pytest>=8"]

[project.entry-points.newslint]
{name} = "newslint_{module}"

[tool.hatch.build.targets.wheel]
packages = ["newslint_{module}"]

[tool.pytest.ini_options]
testpaths = ["tests"]
"""
README = """\
# newslint-{name}

Rules for newslint, a linter for news articles.

| rule | what it finds |
|---|---|
| `{name}/jargon` | words that only the desk understands |

Install it beside newslint, and name it in `.newslint.toml`:

```toml
plugins = ["{name}"]
```

To work on it, install it from this folder, then run the examples of its rules and the tests:

```sh
pip install -e '.[test]'
newslint --test newslint_{module}
python -m pytest
```
"""
PACKAGE = '''\
"""Rules of our house."""

from newslint.api import Rule

from newslint_{module}.jargon import Jargon


def newslint_rules() -> list[type[Rule]]:
    """Return the rules of this plugin: list each new one here."""
    return [Jargon]
'''
RULE = '''\
"""A rule to start from. Its examples are its documentation and its tests."""

from collections.abc import Iterator
from typing import NamedTuple

from newslint.api import Article, Finding, Lexicon, Rejection, Rule, Span, in_quotation

QUOTED = Rejection("it stands in a quotation, so somebody else says it")


class Jargon(Rule):
    """Finds words that only the desk understands.

    Readers are not the desk. What somebody is quoted with stays as it was said.

    ```bad
    The splash needs a nib.
                       ^^^ "nib" is desk jargon; write it for readers.
    ```

    ```bad {{ options.words = ["splash"] }}
    The splash needs a nib.
        ^^^^^^ "splash" is desk jargon; write it for readers.
    ```

    ```good
    The lead story needs a brief. “Give me a nib,” she said.
    ```
    """

    name = "{name}/jargon"
    severity = "info"
    required_kinds = ("{name}.jargon",)

    class Options(NamedTuple):
        """Which words.

        words: the words to find
        """

        words: tuple[str, ...] = ("nib", "nibs")

    def lexicon(self) -> Lexicon:
        """Return the words to find; newslint finds those of all rules in one pass."""
        return {{"{name}.jargon": self.options.words}}

    def judge(self, article: Article) -> Iterator[tuple[Span, Finding | Rejection]]:
        """Yield each word with its finding, or with the reason why it has none, which `newslint --why` shows."""
        for start, end, word in article.mentions("{name}.jargon"):
            span = Span(start, end)
            if in_quotation(article, start):
                yield span, QUOTED
            else:
                yield span, Finding(span, f'"{{word}}" is desk jargon; write it for readers.')
'''
TESTS = '''\
"""The examples of the rules, and what a user of the plugin sees."""

import subprocess
import sys
from pathlib import Path

import newslint
import pytest

PACKAGE = Path(__file__).parent.parent / "newslint_{module}"


@pytest.fixture
def linter(tmp_path: Path) -> newslint.Linter:
    """Return a linter whose configuration names this plugin, as a user's does."""
    config = tmp_path / ".newslint.toml"
    config.write_text('plugins = ["{name}"]\\nselect = ["{name}"]\\n', encoding="utf-8")
    return newslint.Linter(config)


def test_the_examples_of_the_rules_pass() -> None:
    command = [sys.executable, "-m", "newslint", "--test", str(PACKAGE)]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_finding_says_where_and_what_to_do(linter: newslint.Linter) -> None:
    (finding,) = linter.lint("The nib is late.\\n")
    assert (finding.location.start.line, finding.location.start.column, finding.match) == (1, 5, "nib")
    assert finding.message == '"nib" is desk jargon; write it for readers.'


def test_the_rule_says_why_it_is_silent(linter: newslint.Linter) -> None:
    trace = linter.why("{name}/jargon", "“The nib is late,” she said.\\n")
    assert [step.conclusion for step in trace.steps] == ["it stands in a quotation, so somebody else says it"]
'''
FILES = {
    "pyproject.toml": PROJECT,
    "README.md": README,
    "newslint_{module}/__init__.py": PACKAGE,
    "newslint_{module}/jargon.py": RULE,
    "tests/test_plugin.py": TESTS,
}


def write_plugin(name: str) -> str:
    """Write the package of a plugin into a new folder of the working directory; return what to do next.

    Raises SettingsError for a name that no plugin may have, and for a folder that exists or cannot be written.
    """
    if not NAME.fullmatch(name):
        wanted = 'small letters, digits and single hyphens, as in "house-style"'
        raise SettingsError(f'--new-plugin: "{name}" is not the name of a plugin; use {wanted}')
    if name in TAKEN:
        raise SettingsError(f'--new-plugin: "{name}" is a family of newslint\'s own; choose another name')
    folder = f"newslint-{name}"
    values = {"name": name, "module": name.replace("-", "_")}
    try:
        os.mkdir(folder)  # which refuses whatever is there
        for path, text in FILES.items():
            file = Path(folder, path.format(**values))
            file.parent.mkdir(exist_ok=True)
            file.write_text(text.format(**values), encoding="utf-8", newline="\n")
    except FileExistsError as error:
        raise SettingsError(f"--new-plugin: {folder} exists; remove it, or choose another name") from error
    except OSError as error:
        raise SettingsError(f"--new-plugin: {folder} cannot be written: {error.strerror}") from error
    return f"{folder} is written; its README.md says how to install and test it"
