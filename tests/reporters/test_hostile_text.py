"""Names of files and rules, and words of articles, forge no line, no command of a log and no control of a terminal.

Every output that is not the text of an article itself is tested: formats, lists, statistics, diffs, standard error.
"""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newslint.model import Diagnostic, Failure, Fix, Location, Position, RelatedInformation, ReportContext, RuleInfo
from newslint.reporters import newslint_reporters
from newslint.reporters.escaping import escape, exact_json_text, json_text, xml_text
from reports import REPORT_PARSERS
from support import FAULTY, Run, Write

# What ends a line, controls a terminal, or is a command in the log of a workflow.
NASTY = [
    "\n::error file=a.txt::forged",
    "::error::forged",
    " \u3000::warning::forged",
    "##[error]forged",
    "###[command]",
    "\r\n##[group]x",
    "\x1b[2J\x1b]0;title\x07",
    "\x9b31m",
    "\u2028::stop-commands::x",
    "\u2029",
    "\x85",
    "\x0b\x0c\x1c\x1d\x1e",
    "\u202e\u2066\u200f\u061c",
    "\ud800",
    "\udcff",
    "%0A::error::forged",
    '"]}<!--&amp;',
]
TEXT = st.lists(st.one_of(st.sampled_from(NASTY), st.text(max_size=3)), min_size=1, max_size=4).map("".join)
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]|##\\["
)
COMMAND = re.compile(r"^\s*::", re.MULTILINE)


def assert_harmless(output: str, *, is_github: bool = False) -> None:
    assert not FORBIDDEN.search(output), output
    commands = COMMAND.findall(output)
    assert len(commands) == (output.count("\n") if is_github else 0), output


def diagnostic(text: str, match: str) -> Diagnostic:
    where = Location(text, None, Position(1, 1, 0), Position(1, 2, 1), match, "")
    related = RelatedInformation(where, text)
    return Diagnostic(text, "warning", where, text, (related,), Fix(text, True, ()), "f")


@pytest.mark.parametrize("reporter", newslint_reporters(), ids=lambda reporter: str(reporter.name))
@given(name=TEXT, article=TEXT)
@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=60)
def test_no_format_passes_hostile_text_on(reporter: type, name: str, article: str) -> None:
    info = RuleInfo(name, "warning", False, name, name, name, "https://x.example/")
    failures = [Failure(name, name, name), Failure("file", name, name), Failure(name, None, name)]
    context = ReportContext(lambda _: info, failures, lambda *_: article)
    found = [diagnostic(name, article[:1]), diagnostic(name, article[:1])]
    pieces = [*reporter().report(found, context)]
    output = "".join(pieces)
    if reporter.name == "html":  # a page has scripts and styles of its own
        assert not FORBIDDEN.search(output)
        return
    assert_harmless(output, is_github=reporter.name == "github")
    if reporter.name in ("text", "jsonl", "rdjsonl", "github"):
        failure_lines = {"rdjsonl": 2, "github": 3}.get(reporter.name, 0)
        assert output.count("\n") == 2 + failure_lines
    if reporter.name in REPORT_PARSERS:
        REPORT_PARSERS[reporter.name](output)


@given(TEXT)
def test_escapes_are_harmless_and_json_and_xml_keep_the_value(text: str) -> None:
    assert_harmless(escape(text))
    assert escape(escape(text)) == escape(text)
    for line in (json_text({text: text}), exact_json_text({text: text}), f"<a>{xml_text(text)}</a>"):
        assert_harmless(line)
        assert "\n" not in line
    assert json.loads(exact_json_text(text)) == text
    assert "\ud800" in text or "\udcff" in text or not text.isprintable() or json.loads(json_text(text)) == text


NAMES = [text for text in NASTY if "/" not in text and "\ud800" not in text]
OPTIONS = [
    *([f"--format={reporter.name}"] for reporter in newslint_reporters() if reporter.name != "html"),
    ["--statistics"],
    ["--list-rules"],
    ["--show-files"],
    ["--show-config"],
    ["--explain"],
    ["--diff", "--unsafe-fixes"],
    ["--fix", "--unsafe-fixes"],
    ["--write-baseline"],
]


@pytest.mark.skipif(os.name == "nt", reason="such names are not possible there")
@pytest.mark.parametrize("options", OPTIONS, ids=" ".join)
def test_names_of_files_and_patterns_forge_nothing(
    newslint: Run, write: Write, tmp_path: Path, options: list[str]
) -> None:
    for number, name in enumerate(NAMES):
        write(f"{name}{number}.txt", FAULTY if number else b"\xff")
    (tmp_path / "gone\n::error::x.txt").symlink_to("nowhere")
    patterns = [
        f"[[pattern]]\nname = {json.dumps(name)}\nmatch = 'bridge'\nmessage = {json.dumps(name)}\nreplace = 'x'\n"
        for name in NAMES
        if not any(0xD800 <= ord(letter) < 0xE000 for letter in name)
    ]
    write(".newslint.toml", "\n".join(patterns))
    if options == ["--explain"]:
        options = ["--explain", f"pattern/{NAMES[0]}"]
    paths = [] if options[0] in ("--list-rules", "--show-config", "--explain") else ["."]
    done = newslint(
        *options, "--column-unit", "byte", *paths, "nowhere\n::error::x" if paths else "--", GITHUB_ACTIONS="true"
    )
    assert_harmless(done.stdout, is_github=options == ["--format=github"])
    assert_harmless(done.stderr)
    for line in done.stderr.splitlines():
        assert line.startswith(("newslint: ", "  ")), done.stderr


def test_words_of_an_article_forge_nothing(newslint: Run, write: Write) -> None:
    write("a.txt", "::error::forged\n##[error]A source said \x1b[31m the \u2028::error:: bridge was unsafe.\nBridge\n")
    write(
        ".newslint.toml",
        "[[pattern]]\nname='a'\nmatch='.*bridge.*'\nmessage='{match}'\n"
        "[[pattern]]\nname='b'\nmatch='Bridge'\nmessage='m'\nreplace='##[Span]'\n",
    )
    for options in OPTIONS:
        if options[0] not in ("--list-rules", "--show-config", "--explain", "--fix", "--write-baseline"):
            done = newslint("a.txt", *options, GITHUB_ACTIONS="true")
            assert_harmless(done.stdout, is_github=options == ["--format=github"])
            assert_harmless(done.stderr)
    raw = newslint("a.txt", "--diff", "--unsafe-fixes").stdout
    assert "\n ##[error]A source said \x1b[31m the" in raw  # for a program, which applies it


def test_an_exception_with_several_lines_forges_no_message(newslint: Run, write: Write) -> None:
    write("a.txt", FAULTY)
    write("acme.py", "raise ValueError('x\\nnewslint: no findings in 9 articles\\n::error::x')")
    write(".newslint.toml", 'local-plugins = ["acme.py"]\n')
    for options in ([], ["--debug"]):
        done = newslint("a.txt", *options, NEWSLINT_TRUST_LOCAL="1")
        assert "\n  newslint: no findings in 9 articles\n" in done.stderr
        assert_harmless(done.stderr)
