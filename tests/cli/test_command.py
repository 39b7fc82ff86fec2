"""The command as users run it: standard output, standard error, files and exit status."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from support import FAULT, FAULTY, ROOT, Run, Write

UNDATED = (
    '"Friday" is relative to a publication date that the article does not state; add the date. '
    "[dates/no-publication-date]"
)
UNDATED_FOLDER = (
    '3 of 4 articles in wire do not state the publication date that their "Friday" or "last week" is relative to; '
    'give it with --date, in a first line such as "date 2025-05-23", or in the metadata. [dates/no-publication-date]'
)


def test_findings_go_to_standard_output_and_exit_with_one(newslint: Run, write: Write) -> None:
    write("news/b.txt", FAULTY)
    write("news/a.txt", FAULTY)
    done = newslint("news", "--select", "sources/bare-source")
    lines = done.stdout.splitlines()
    assert [line.split(FAULT)[0] for line in lines] == ["news/a.txt", "news/b.txt"]
    assert all(line.endswith(" [sources/bare-source]") for line in lines)
    assert done.returncode == 1
    assert done.stderr == "newslint: 2 warnings in 2 articles\n"


def test_without_findings_the_exit_status_is_zero(newslint: Run, write: Write) -> None:
    write("a.txt", "Nothing is wrong here.\n")
    done = newslint("a.txt")
    assert (done.returncode, done.stdout) == (0, "")


def test_the_default_path_is_the_working_directory(newslint: Run, write: Write) -> None:
    write("deep/a.txt", FAULTY)
    write(".hidden/b.txt", FAULTY)
    write("c.rst", FAULTY)
    assert newslint("--show-files").stdout == "deep/a.txt\n"


def test_a_named_file_is_linted_whatever_its_suffix(newslint: Run, write: Write) -> None:
    write("c.rst", FAULTY)
    assert newslint("c.rst", "--select", "sources").stdout.startswith("c.rst" + FAULT)


def test_a_file_named_twice_is_linted_once(newslint: Run, write: Write) -> None:
    path = write("a.txt", FAULTY)
    done = newslint("a.txt", ".", path, "./a.txt", "--select", "sources")
    assert len(done.stdout.splitlines()) == 1


def test_standard_input_is_linted(newslint: Run) -> None:
    done = newslint("-", "--stdin-filename", "wire/x.txt", "--select", "sources", stdin=FAULTY.encode())
    assert done.stdout.startswith("wire/x.txt" + FAULT)
    assert newslint("-", "--select", "sources", stdin=FAULTY.encode()).stdout.startswith("<stdin>" + FAULT)


@pytest.mark.parametrize(
    ("flags", "status"),
    [
        ([], 1),
        (["--fail-on", "warning"], 1),
        (["--fail-on", "info"], 1),
        (["--fail-on", "error"], 0),
        (["--fail-on", "never"], 0),
        (["--exit-zero"], 0),
    ],
)
def test_exit_status_by_severity_options(newslint: Run, write: Write, flags: list[str], status: int) -> None:
    write("a.txt", FAULTY)
    done = newslint("a.txt", "--select", "sources", *flags)
    assert done.returncode == status
    assert FAULT in done.stdout


@pytest.mark.parametrize(
    ("flags", "found"),
    [
        (["--select", "sources"], True),
        (["--select", "sources/bare-source"], True),
        (["--select", "*/bare-*"], True),
        (["--select", "numbers,sources"], True),
        (["--select", "numbers", "--select", "sources"], True),
        (["--select", "numbers"], False),
        (["--ignore", "sources,dates"], False),
        (["--select", "sources", "--ignore", "*/bare-source"], False),
    ],
)
def test_select_and_ignore(newslint: Run, write: Write, flags: list[str], found: bool) -> None:
    write("a.txt", FAULTY)
    assert ("[sources/bare-source]" in newslint("a.txt", *flags).stdout) is found


def test_preview_rules_run_on_request_only(newslint: Run) -> None:
    def running(*flags: str) -> bool:
        lines = newslint("--list-rules", *flags).stdout.splitlines()
        return next(line for line in lines if "sources/boilerplate-reason " in line).startswith("*")

    assert not running()
    assert not running("--select", "sources")
    assert running("--preview")
    assert running("--select", "sources/boilerplate-reason")


def test_jsonl_positions_count_code_points(newslint: Run, write: Write) -> None:
    text = "\U0001f600 é “x” A source said the bridge was unsafe.\n"
    write("a.txt", text)
    done = newslint("a.txt", "--format", "jsonl", "--select", "sources")
    (row,) = map(json.loads, done.stdout.splitlines())
    assert text[row["start"]["offset"] : row["end"]["offset"]] == row["match"] == "A source"
    assert row["start"] == {"line": 1, "column": 9, "offset": 8}
    assert (row["rule"], row["severity"], row["path"], row["record"]) == (
        "sources/bare-source",
        "warning",
        "a.txt",
        None,
    )
    assert set(row) == {
        *("rule", "severity", "message", "path", "record", "start", "end", "match", "related", "fix", "fingerprint"),
        "url",
    }


def test_json_is_one_document_with_failures(newslint: Run, write: Write) -> None:
    write("a.txt", FAULTY)
    done = newslint("a.txt", "missing.txt", "--format", "json", "--select", "sources")
    document = json.loads(done.stdout)
    assert document["schema"] == 1
    assert [finding["rule"] for finding in document["findings"]] == ["sources/bare-source"]
    assert [failure["path"] for failure in document["failures"]] == ["missing.txt"]
    assert done.returncode == 2


@pytest.mark.parametrize(("unit", "column"), [("char", 4), ("byte", 8), ("utf16", 5), ("display", 5)])
def test_columns_in_each_unit(newslint: Run, write: Write, unit: str, column: int) -> None:
    write("a.txt", "\U0001f600\u00e9 A source said the bridge was unsafe.\n")
    done = newslint("a.txt", "--select", "sources", "--column-unit", unit)
    assert done.stdout.startswith(f"a.txt:1:{column}: ")


@pytest.mark.parametrize(("before", "column"), [("\t", 9), ("1234567\t", 9), ("12345678\t", 17), ("\u4e2d\t", 9)])
def test_a_tab_fills_the_cells_to_the_next_stop(newslint: Run, write: Write, before: str, column: int) -> None:
    write("a.txt", f"{before}A source said the bridge was unsafe.\n")
    done = newslint("a.txt", "--select", "sources", "--column-unit", "display")
    assert done.stdout.startswith(f"a.txt:1:{column}: ")


def test_the_full_format_marks_the_words(newslint: Run, write: Write) -> None:
    write("a.txt", "One.\n\n" + "x" * 200 + " \u4e2d\u6587 A source said the bridge was unsafe.\n")
    done = newslint("a.txt", "--format", "full", "--select", "sources")
    _, line, carets, _ = done.stdout.split("\n", 3)
    assert line.startswith("  3 | …")
    before = line[: line.index("A source")]
    # Each of the two ideographs fills two cells, so the carets stand two columns further right.
    assert carets.index("^") == len(before) + 2
    assert carets.count("^") == len("A source")


def test_a_finding_names_its_record(newslint: Run, write: Write) -> None:
    rows = [{"text": "Nothing."}, {"text": FAULTY, "date": "2025-05-23"}]
    write("a.jsonl", "\n".join(map(json.dumps, rows)))
    done = newslint("a.jsonl", "--select", "sources")
    assert done.stdout.startswith("a.jsonl#2" + FAULT)
    row = json.loads(newslint("a.jsonl", "--select", "sources", "--format", "jsonl").stdout)
    assert (row["path"], row["record"], row["start"]["line"]) == ("a.jsonl", 2, 2)


def test_markdown_markup_is_not_linted_and_shifts_no_position(newslint: Run, write: Write) -> None:
    text = (
        "---\ntitle: x\n---\n# Head\n\n```\nA source said no.\n```\n\n**Then** A source said [no](http://a.example/).\n"
    )
    write("a.md", text)
    row = json.loads(newslint("a.md", "--select", "sources", "--format", "jsonl").stdout)
    assert row["start"] == {"line": 10, "column": 10, "offset": text.rindex("A source")}


def test_output_goes_to_a_file(newslint: Run, write: Write, tmp_path: Path) -> None:
    write("a.txt", FAULTY)
    done = newslint("a.txt", "--select", "sources", "-o", "out.txt")
    assert done.stdout == ""
    assert (tmp_path / "out.txt").read_text().startswith("a.txt" + FAULT)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "out.txt"]


def test_output_that_cannot_be_written_is_an_error(newslint: Run, write: Write) -> None:
    write("a.txt", FAULTY)
    done = newslint("a.txt", "-o", "no/where/out.txt")
    assert done.returncode == 2
    assert "no/where/out.txt cannot be written" in done.stderr


def test_option_date_applies_to_articles_without_a_date(newslint: Run, write: Write) -> None:
    write("a.txt", "The council met on Friday.\nOn Wednesday, May 22, it had met before.\n")
    write("b.jsonl", '{"text": "The council met on Friday.", "date": "2025-05-23"}\n')
    rule = "dates/no-publication-date"
    assert newslint(".", "--select", rule).stdout.startswith("a.txt:1:20: ")
    done = newslint(".", "--select", "dates", "--date", "2025-05-23")
    assert done.stdout.startswith("a.txt:2:4: error: ")
    assert done.stdout.endswith("[dates/weekday-mismatch]\n")
    assert len(done.stdout.splitlines()) == 1
    # A date in the text or the metadata takes precedence: May 22 was a Wednesday in 2024, a Thursday in 2025.
    write("a.txt", "Published: May 24, 2024\n\nOn Wednesday, May 22, it had met before.\n")
    write("b.jsonl", '{"text": "On Wednesday, May 22, it had met before.", "date": "2024-05-24"}\n')
    assert newslint(".", "--select", "dates", "--date", "2025-05-23").stdout == ""
    done = newslint("a.txt", "--date", "23.5.2025")
    assert done.returncode == 2
    assert '--date: "23.5.2025" is not a date; write YYYY-MM-DD, as in 2025-05-23' in done.stderr


@pytest.mark.parametrize("option", ["--no-cross", "-j2", "-q"])
def test_a_folder_without_dates_gets_one_line(newslint: Run, write: Write, option: str) -> None:
    for name in ("wire/a.txt", "wire/b.txt", "wire/c.txt", "desk/a.txt", "desk/b.txt", "d.txt"):
        write(name, "The council met on Friday.\n")
    write("wire/dated.txt", "Published: May 24, 2024\n\nThe council met on Friday.\n")
    write("desk/dated.jsonl", '{"text": "The council met on Friday.", "date": "2025-05-23"}\n' * 2)
    options = "--select", "dates", option
    assert [line.partition(": info: ")[::2] for line in newslint(".", *options).stdout.splitlines()] == [
        ("d.txt:1:20", UNDATED),
        ("desk/a.txt:1:20", UNDATED),  # two of four are not most
        ("desk/b.txt:1:20", UNDATED),
        ("wire/a.txt:1:20", UNDATED_FOLDER),
    ]
    assert newslint(".", *options, "--format", "full").stdout.count(UNDATED_FOLDER) == 1
    assert len(newslint(".", *options, "--format", "jsonl").stdout.splitlines()) == 6


@pytest.mark.parametrize(
    ("kind", "folded"),
    [
        ("text", "; 2 of them are only counted, in the line of a folder"),
        ("full", "; 2 of them are only counted, in the line of a folder"),
        ("jsonl", ""),
    ],
)
def test_the_summary_tells_which_findings_have_no_line_of_their_own(
    newslint: Run, write: Write, kind: str, folded: str
) -> None:
    for name in ("wire/a.txt", "wire/b.txt", "wire/c.txt", "d.txt"):
        write(name, "The council met on Friday.\n")
    done = newslint(".", "--select", "dates", "--format", kind)
    assert done.stderr == f"newslint: 4 notes in 4 articles{folded}\n"


def test_quiet_omits_the_summary(newslint: Run, write: Write) -> None:
    write("a.txt", FAULTY)
    assert newslint("a.txt", "-q").stderr == ""


def test_color_on_request_only(newslint: Run, write: Write) -> None:
    write("a.txt", FAULTY)
    assert "\033" not in newslint("a.txt").stdout
    assert "\033[33mwarning" in newslint("a.txt", "--color", "always").stdout


def test_statistics_count_by_rule(newslint: Run, write: Write) -> None:
    write("a.txt", FAULTY)
    rows = [line.split() for line in newslint("a.txt", "--statistics", "--select", "sources").stdout.splitlines()]
    assert rows[0][0] == "rule"
    assert rows[1][:3] == ["sources/bare-source", "1", "1000.0"]
    assert ["all", "1"] in [row[:2] for row in rows]


def test_statistics_count_unnamed_sources_by_kind(newslint: Run, write: Write) -> None:
    write("a.txt", "A senior official said so. The official asked not to be named because talks go on.\n")
    write("b.txt", "A senior official said so.\nOfficials said no.\n")
    for jobs in ("1", "2"):
        out = newslint(".", "--statistics", "--select", "sources", "-j", jobs).stdout
        counted = out.split("\n\n")[1].splitlines()[1:]
        assert [line.rsplit(None, 2)[:2] for line in counted] == [
            ["unnamed collective, unexplained", "1"],
            ["unnamed source, explained", "1"],
            ["unnamed source, unexplained", "1"],
        ]


def test_explain_shows_the_rules_of_a_family(newslint: Run) -> None:
    output = newslint("--explain", "dates").stdout
    assert output.startswith("dates\n\nDates: articles that")
    assert "* dates/weekday-mismatch " in output
    assert "sources/" not in output


def test_rules_as_json_say_what_a_program_needs(newslint: Run) -> None:
    rules = json.loads(newslint("--list-rules", "--format", "json", "--select", "dates").stdout)["rules"]
    by_name = {rule["name"]: rule for rule in rules}
    assert by_name["dates/weekday-mismatch"]["enabled"]
    assert not by_name["sources/bare-source"]["enabled"]
    assert by_name["sources/bare-source"]["profiles"]["ap"]["severity"] == "error"
    assert by_name["sources/bare-source"]["summary"].startswith("Finds a speaker")


def test_the_summary_counts_what_the_baseline_accepts(newslint: Run, write: Write) -> None:
    write("a.txt", FAULTY)
    newslint("a.txt", "--write-baseline")
    assert newslint("a.txt").stderr == "newslint: no findings in 1 article; 1 accepted by the baseline\n"


def test_a_run_that_only_fails_counts_no_articles(newslint: Run) -> None:
    done = newslint("none.txt")
    assert done.returncode == 2
    assert "no findings" not in done.stderr


@pytest.mark.parametrize(
    ("environment", "colored"),
    [({"FORCE_COLOR": "1"}, True), ({"FORCE_COLOR": "0"}, False), ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False)],
)
def test_colors_can_be_forced(newslint: Run, write: Write, environment: dict[str, str], colored: bool) -> None:
    write("a.txt", FAULTY)
    assert ("\x1b[" in newslint("a.txt", "--format", "full", **environment).stdout) == colored


def test_explain_shows_what_fixes_do_and_the_related_places(newslint: Run) -> None:
    output = newslint("--explain", "boilerplate/site-label").stdout
    assert '"Category:" is a label of the site; remove the line.\n```\n  fix: Remove the line (--fix' in output
    assert "\n```fixed\nThe library will stay open until midnight during the exam" in output
    output = newslint("--explain", "dates/no-publication-date").stdout
    assert '…\n```\n  see 1:69: "last week" is relative to it too\n' in output
    assert "  see first.txt:3:47: " in newslint("--explain", "numbers/articles-disagree").stdout


def test_a_rule_that_raises_is_still_explained(newslint: Run, write: Write) -> None:
    rule = "from newslint.api import *\nclass R(Rule):\n    '''It.\n\n    ```bad\n    x\n    ^\n    ```\n    '''\n"
    check = "    name = 'house/r'\n    def check(self, article):\n        raise SystemExit\n"
    write("house.py", f"{rule}{check}def newslint_rules():\n    return [R]\n")
    write(".newslint.toml", 'local-plugins = ["house.py"]\n')
    done = newslint("--explain", "house/r", NEWSLINT_TRUST_LOCAL="1")
    assert (done.returncode, done.stdout) == (0, "house/r (warning)\n\nIt.\n\n```bad\nx\n^\n```\n")


def test_explain_shows_a_rule_with_its_examples(newslint: Run) -> None:
    done = newslint("--explain", "sources/bare-source")
    assert done.stdout.startswith("sources/bare-source (warning)\n\nFinds ")
    assert "^^^" in done.stdout


def test_shown_patterns_are_a_configuration(newslint: Run, write: Write) -> None:
    write(
        ".newslint.toml",
        '[[pattern]]\nname = "names"\nwords = { "Kiev" = "Kyiv" }\nignore-case = true\nin-quotations = false\n'
        '[[pattern]]\nname = "mr"\nmatch = \'\\bMr\\b\'\nmessage = "no titles."\nreplace = ""\nbad = ["Mr X"]\n',
    )
    shown = newslint("--show-config").stdout
    write("again.toml", shown)
    again = newslint("--config", "again.toml", "--show-config")
    assert (again.stderr, again.stdout.splitlines()[1:]) == ("", shown.splitlines()[1:])
    assert 'words = { "Kiev" = "Kyiv" }\nignore-case = true\nin-quotations = false\n' in shown


def test_version_and_help(newslint: Run) -> None:
    assert newslint("--version").stdout.startswith("newslint 0.")
    assert "[PATH]..." in newslint("--help").stdout


def test_a_closed_pipe_ends_the_run_silently(tmp_path: Path) -> None:
    import subprocess
    import sys

    (tmp_path / "a.txt").write_text(FAULTY * 20_000)
    lint = subprocess.Popen(
        [sys.executable, "-m", "newslint", "a.txt", "-q"], cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert lint.stdout and lint.stderr
    assert lint.stdout.readline().startswith(b"a.txt")
    lint.stdout.close()
    assert lint.stderr.read() == b""
    lint.stderr.close()
    assert lint.wait() in (0, 1)


@pytest.mark.parametrize("flags", [["-j", "1"], ["-j", "2"], ["PYTHONHASHSEED=1"], ["PYTHONHASHSEED=2"], ["reversed"]])
def test_output_is_the_same_for_any_job_count_order_and_hash_seed(newslint: Run, flags: list[str]) -> None:
    files = [str(path.relative_to(ROOT)) for path in sorted((ROOT / "seeds").glob("*.txt"))]
    plain = newslint(*files, "--format", "json", cwd=ROOT)
    env = dict(flag.split("=") for flag in flags if "=" in flag)
    options = [flag for flag in flags if flag.startswith("-") or flag.isdigit()]
    again = newslint(*(files[::-1] if "reversed" in flags else files), *options, "--format", "json", cwd=ROOT, **env)
    assert again.stdout == plain.stdout
    assert again.returncode == plain.returncode == 1


def test_the_seeds_have_findings_of_every_family(newslint: Run) -> None:
    done = newslint("seeds/", cwd=ROOT)
    families = {line.rsplit("[", 1)[1].split("/")[0] for line in done.stdout.splitlines()}
    assert families == {"sources", "numbers", "dates", "advertising", "boilerplate"}


def test_no_cross_turns_comparison_off(newslint: Run) -> None:
    assert "[numbers/articles-disagree]" in newslint("seeds/", cwd=ROOT).stdout
    assert "[numbers/articles-disagree]" not in newslint("seeds/", "--no-cross", cwd=ROOT).stdout
    assert "[numbers/articles-disagree]" not in newslint("seeds/e.txt", cwd=ROOT).stdout
