"""Names of files and rules, and words of articles, forge no line, no command of a log and no control of a terminal.

Every output that is not the text of an article itself is tested: formats, lists, statistics, diffs, standard error.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterable
from contextlib import redirect_stderr, redirect_stdout, suppress
from io import StringIO
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newslint.batch.cli import Parser
from newslint.cli import dispatch, show, statistics, test_plugin, why
from newslint.cli.fix import FixedFiles
from newslint.config.settings import Override, PatternSpec, Settings
from newslint.console import print_error, print_stderr, report_failures
from newslint.engine.examples import ExampleFailure
from newslint.engine.tracing import PlacedStep, RuleTrace
from newslint.files import Source
from newslint.linter.baseline_file import Entry, to_json_line
from newslint.linter.linter import Linter, build_linter
from newslint.linter.run import Run as EndedRun
from newslint.linter.trace_text import trace_text
from newslint.lsp.why import line_text
from newslint.model import Diagnostic, Failure, Fix, Location, Position, RelatedInformation, ReportContext, RuleInfo
from newslint.reporters import newslint_reporters
from newslint.reporters.escaping import escape, escape_lines, exact_json_text, json_text, xml_text
from reports import REPORT_PARSERS
from support import FAULTY, Run, Write, command_in

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
    assert_harmless(output, is_github=reporter.name == "github")
    if reporter.name in ("text", "jsonl", "rdjsonl", "github"):
        failure_lines = {"rdjsonl": 2, "github": 3}.get(reporter.name, 0)
        assert output.count("\n") == 2 + failure_lines
    if reporter.name in REPORT_PARSERS:
        REPORT_PARSERS[reporter.name](output)


def linter_with(name: str, article: str) -> Linter:
    """Return a linter with two patterns whose names, messages and examples are hostile."""
    specs = PatternSpec(name, "bridge", name), PatternSpec(f"{name}2", "x", article, bad=(article,))
    linter = build_linter(Settings(patterns=specs))
    override = Override((name,), (article,), {name: {"words": article}})
    return linter._replace(
        settings=linter.settings._replace(
            profile=name, exclude=(article,), config_path=name, overrides=(override,), rules=override.rules
        )
    )


def trace_of(name: str, article: str) -> RuleTrace:
    found = diagnostic(name, article)
    return RuleTrace(name, name, 1, (article,), (PlacedStep(found.location, name, article),), (found,), ())


def run_of(name: str, article: str) -> EndedRun:
    run = EndedRun(linter_with(name, article), [], 1)
    run.label_counts.update({name: 1, article: 2})
    return run


def corpus_totals(name: str, article: str) -> Any:
    types = pytest.importorskip("newslint.corpus.types", reason="corpora come with the extra corpus")
    totals = types.Totals()
    counts, pairs = {name: 1, article: 2}, {name: (1, 1), article: (2, 0)}
    places = {name: article, article: name}
    manifest = types.Manifest(name, "", 3, 2, rules=counts, articles_by_rule=counts, groups=pairs, days=pairs)
    totals.add(manifest._replace(reasons=counts, examples=places, failures=counts))
    return totals


def corpus_summary(name: str, article: str) -> Iterable[str]:
    totals = corpus_totals(name, article)
    from newslint.corpus.outputs.summary import summary_as_json, summary_as_text

    yield from summary_as_text(totals, name)
    yield exact_json_text(summary_as_json(totals), is_indented=True)


def clean_summary(name: str, article: str) -> Iterable[str]:
    corpus_totals(name, article)
    from newslint.corpus.outputs.clean import CleanTotals
    from newslint.corpus.outputs.clean_types import CleanResult, Removal

    totals = CleanTotals(dry_run=True)
    removal = Removal(name, name, name, name, article, article, article, article)
    of_group = {name: {name: (1, 1, 1), article: (1, 1, 1)}}
    totals.add(CleanResult("u", "", removed=of_group, groups={name: (1, 1, 1)}, removals=(removal,)))
    return totals.as_text(name)


def extract_summary(name: str, article: str) -> Iterable[str]:
    corpus_totals(name, article)
    from newslint.warc.summary import summary_as_text
    from newslint.warc.types import Totals

    totals = Totals()
    totals.reasons.update({name: 2, article: 1})
    totals.skipped.update({name: 2, article: 1})
    totals.examples = {name: article, article: name}
    return summary_as_text(totals)


def corpus_report(name: str, article: str) -> Iterable[str]:
    totals = corpus_totals(name, article)
    totals.days = {}
    from newslint.corpus.outputs.breakdown import Breakdown, GroupRow, RuleByGroupRow, RuleByMonthRow
    from newslint.corpus.outputs.html_report import page
    from newslint.corpus.outputs.samples import SampleRow

    rule = f"pattern/{name}"
    breakdown = Breakdown(
        (GroupRow(name, 1, 1, 1.0, 1.0, 1.0, 1.0),),
        (RuleByGroupRow(rule, name, 1, 1, 1, 1.0, article, article),),
        (RuleByMonthRow(rule, "2025-01", 1, 1, 1, 1.0, article, article),),
        samples=(SampleRow(rule, "warning", name, 1, article, 0, 1, 1, 1, name, article[:1], "f"),),
    )
    return page(totals, breakdown, {(name, 1): article}, linter_with(name, article), name)


def failed_example(name: str, article: str) -> Iterable[str]:
    failed = ExampleFailure(name, 1, article)
    with patch.object(test_plugin, "run_examples", lambda *_, **__: test_plugin.PluginTestResult(1, [failed], [])):
        return printed(lambda: dispatch._test(name, 0, False))


def fixed_file(name: str, article: str) -> Iterable[str]:
    before = Source(name, b"")
    text = escape_lines(article).replace("\ud800", "").encode("utf-8", "surrogateescape")
    return FixedFiles({name: (before, Source(name, text))}, [], [], "utf-8").shown_diff()


def printed(work: Callable[[], object]) -> Iterable[str]:
    """Return what `work` writes to both standard streams."""
    output = StringIO()
    with redirect_stdout(output), redirect_stderr(output):
        work()
    return [output.getvalue()]


def messages(name: str, article: str) -> Iterable[str]:
    failures = [Failure(name, article, name), Failure("file", name, article), Failure(name, None, f"{name}\n{article}")]
    yield from printed(lambda: report_failures(failures, 0))
    yield from printed(lambda: print_stderr(name))
    yield from printed(lambda: print_error(article))
    parser = Parser(prog="newslint-corpus")
    with suppress(SystemExit):
        yield from printed(lambda: suppressed(parser.parse_args, [f"--{name}", article]))


def suppressed(work: Callable[..., object], *arguments: object) -> None:
    with suppress(SystemExit):
        work(*arguments)


# All that newslint prints beside the formats, by what asks for it; lines of JSON must be valid.
OUTPUTS: dict[str, Callable[[str, str], Iterable[str]]] = {
    "--list-rules": lambda name, article: show.list_rules(linter_with(name, article)),
    "--list-rules --format json": lambda name, article: show.rules_as_json(linter_with(name, article)),
    "--explain a rule": lambda name, article: show.explain(linter_with(name, article), f"pattern/{name}"),
    "--explain a family": lambda name, article: show.explain(linter_with(name, article), "pattern"),
    "--show-config": lambda name, article: show.format_settings(linter_with(name, article).settings),
    "--why": lambda name, article: trace_text(trace_of(name, article)),
    "--why --format json": lambda name, article: why._as_json([trace_of(name, article)]),
    "the line of an editor": lambda name, article: [line_text([trace_of(name, article)], name, 1)],
    "--statistics": lambda name, article: statistics.table(run_of(name, article), [diagnostic(name, article)]),
    "--statistics --format json": lambda name, article: statistics.as_json(run_of(name, article), []),
    "--test": failed_example,
    "--diff": fixed_file,
    "--write-baseline": lambda name, article: [to_json_line(Entry("f", name, article, article, name, "", name))],
    "messages": messages,
    "the summary of a corpus": corpus_summary,
    "the summary of --clean": clean_summary,
    "the summary of archives": extract_summary,
    "the report of a corpus": corpus_report,
}


@pytest.mark.parametrize("output", OUTPUTS)
@given(name=TEXT, article=TEXT)
@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=30)
def test_no_output_passes_hostile_text_on(output: str, name: str, article: str) -> None:
    text = "".join(OUTPUTS[output](name, article))
    assert_harmless(text)
    if "json" in output:
        json.loads(text)


@given(TEXT)
def test_escapes_are_harmless_and_json_and_xml_keep_the_value(text: str) -> None:
    assert_harmless(escape(text))
    assert escape(escape(text)) == escape(text)
    for line in (json_text({text: text}), exact_json_text({text: text}), f"<a>{xml_text(text)}</a>"):
        assert_harmless(line)
        assert "\n" not in line
    # To a parser of JSON, the two halves of a character are that character.
    joined = text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")
    assert json.loads(exact_json_text(text)) == joined
    assert "\ud800" in text or "\udcff" in text or not text.isprintable() or json.loads(json_text(text)) == text


NAMES = [text for text in NASTY if "/" not in text and "\ud800" not in text]
OPTIONS = [
    *([f"--format={reporter.name}"] for reporter in newslint_reporters()),
    ["--statistics"],
    ["--statistics", "--format=json"],
    ["--list-rules"],
    ["--list-rules", "--format=json"],
    ["--why", "sources/bare-source"],
    ["--why", "sources/bare-source", "--format=json"],
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
    paths = [".", "nowhere\n::error::x"]
    if options[0] in ("--list-rules", "--show-config", "--explain"):
        paths = []
    elif options[0] == "--why":
        paths = [f"{NAMES[1]}1.txt"]
    done = newslint(*options, "--column-unit", "byte", "--", *paths, GITHUB_ACTIONS="true")
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


@pytest.mark.skipif(os.name == "nt", reason="such arguments are not possible there")
@pytest.mark.parametrize("name", [text for text in NASTY if "\ud800" not in text])
@pytest.mark.parametrize("program", [f"newslint.{name}.main" for name in ("corpus", "warc", "lsp", "mcp")])
def test_arguments_of_other_programs_forge_nothing(tmp_path: Path, program: str, name: str) -> None:
    run = command_in(program, tmp_path)
    options = [f"--no{name}"] + (["--out=o", "a"] if program.startswith(("newslint.corpus", "newslint.warc")) else [])
    done = run(*options)
    assert done.returncode == 2
    assert_harmless(done.stderr)
    if program == "newslint.mcp.main":
        pytest.importorskip("mcp", reason="the server for assistants comes with the extra mcp")
        done = run("--config", f"no{name}")
        assert done.returncode == 2
        assert "cannot be read" in done.stderr
        assert_harmless(done.stderr)
