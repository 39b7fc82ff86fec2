"""`--fix` and `--diff`: what they change in files, and what they must not change."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from newslint import Linter, LintError
from support import FAULTY, Run, Write

BODY = "The council of the town voted on Friday to keep the old mill, after a debate that went on until midnight.\n"
JUNK = "Advertisement\n"
PLUG = "Sign up for our newsletter and get the news in your inbox every morning.\n"


def test_safe_fixes_change_the_file_and_nothing_else(newslint: Run, write: Write) -> None:
    path = write("a.txt", BODY + "\n" + BODY + "\n" + JUNK)
    write("b.txt", BODY)
    done = newslint(".", "--fix", "--select", "boilerplate/ad-slot")
    assert path.read_text() == BODY + "\n" + BODY
    assert done.stderr == "newslint: fixed 1 file\nnewslint: no findings in 2 articles\n"
    assert (done.returncode, done.stdout) == (0, "")


def test_fixing_again_changes_nothing(newslint: Run, write: Write) -> None:
    path = write("a.txt", BODY + JUNK + JUNK + BODY + JUNK)
    newslint("a.txt", "--fix", "--unsafe-fixes")
    first = path.read_bytes()
    newslint("a.txt", "--fix", "--unsafe-fixes")
    assert path.read_bytes() == first


def test_fixes_left_out_since_they_are_not_safe_are_counted(newslint: Run, write: Write) -> None:
    write(".newslint.toml", '[[pattern]]\nname = "kyiv"\nwords = {"Kiev" = "Kyiv"}\n')
    write("a.txt", "The train to Kiev left Kiev.\n")
    hint = "newslint: 2 fixes that are not safe were left out; --unsafe-fixes includes them\n"
    done = newslint("a.txt", "--diff", "--select", "pattern")
    assert (done.stdout, done.stderr, done.returncode) == ("", hint, 0)
    assert newslint("a.txt", "--fix", "--select", "pattern").stderr.startswith(hint)
    assert "left out" not in newslint("a.txt", "--diff", "-q", "--select", "pattern").stderr
    assert newslint("a.txt", "--diff", "--unsafe-fixes", "--select", "pattern").stderr == ""


def test_unsafe_fixes_only_when_asked_for(newslint: Run, write: Write) -> None:
    path = write("a.txt", BODY + PLUG + BODY)
    assert newslint("a.txt", "--fix", "--select", "boilerplate").returncode == 1
    assert path.read_text() == BODY + PLUG + BODY
    assert newslint("a.txt", "--fix", "--unsafe-fixes", "--select", "boilerplate").returncode == 0
    assert path.read_text() == BODY + BODY


def test_diff_shows_the_change_and_writes_nothing(newslint: Run, write: Write) -> None:
    path = write("a.txt", BODY + JUNK)
    done = newslint("a.txt", "--diff", "--select", "boilerplate/ad-slot")
    assert done.stdout == f"--- a/a.txt\n+++ b/a.txt\n@@ -1,2 +1 @@\n {BODY}-{JUNK}"
    assert done.returncode == 1
    assert path.read_text() == BODY + JUNK
    assert newslint("a.txt", "--diff", "--select", "sources").returncode == 0
    again = newslint("a.txt", "--diff", "--select", "boilerplate/ad-slot", "-o", "a.diff")
    assert (again.returncode, again.stdout) == (1, "")
    assert path.with_name("a.diff").read_text() == done.stdout


def test_byte_order_mark_line_ends_and_mode_are_kept(newslint: Run, write: Write) -> None:
    text = (BODY + JUNK + BODY).replace("\n", "\r\n")
    path = write("a.txt", b"\xef\xbb\xbf" + text.encode())
    path.chmod(0o640)
    newslint("a.txt", "--fix", "--select", "boilerplate/ad-slot")
    assert path.read_bytes() == b"\xef\xbb\xbf" + (BODY + BODY).replace("\n", "\r\n").encode()
    assert path.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "utf-8-sig", "latin-1"])
def test_the_encoding_is_kept(newslint: Run, write: Write, encoding: str) -> None:
    body = BODY.replace("mill", "mill at the café")
    path = write("a.txt", (body + JUNK).encode(encoding))
    options = ("a.txt", "--encoding", "latin-1", "--select", "boilerplate/ad-slot")
    # What newslint prints is UTF-8, whatever the file is.
    assert newslint(*options, "--diff").stdout == f"--- a/a.txt\n+++ b/a.txt\n@@ -1,2 +1 @@\n {body}-{JUNK}"
    assert newslint(*options, "--fix").returncode == 0
    assert path.read_bytes() == body.encode(encoding)


def test_a_character_that_the_encoding_does_not_have_leaves_the_file_as_it_is(newslint: Run, write: Write) -> None:
    content = ("Café. Rain in Kiev.\n" + BODY + JUNK).encode("latin-1")
    a, b = write("a.txt", content), write("b.txt", BODY + JUNK)
    write(".newslint.toml", "[[pattern]]\nname='k'\nmatch='in Kiev'\nmessage='m'\nreplace='at Київ'\n")
    message = (
        'newslint: error: a.txt: cannot be written in latin-1, which has no "К" (U+041A); convert the file to UTF-8'
    )
    options = (".", "--encoding", "latin-1", "--select", "pattern,boilerplate/ad-slot", "--unsafe-fixes")
    for flag in ("--diff", "--fix"):
        done = newslint(*options, flag)
        assert (done.returncode, done.stderr.count(message)) == (2, 1)
        assert a.read_bytes() == content
    assert "newslint: fixed 1 file\n" in done.stderr
    assert b.read_text() == BODY


@pytest.mark.skipif(os.name == "nt", reason="needs a privilege there")
def test_a_link_stays_a_link(newslint: Run, write: Write, tmp_path: Path) -> None:
    write("real/a.txt", BODY + JUNK)
    link = tmp_path / "b.txt"
    link.symlink_to("real/a.txt")
    newslint("b.txt", "--fix", "--select", "boilerplate/ad-slot")
    assert link.is_symlink()
    assert (tmp_path / "real" / "a.txt").read_text() == BODY
    assert [path.name for path in (tmp_path / "real").iterdir()] == ["a.txt"]


def test_quotations_are_never_changed(newslint: Run, write: Write) -> None:
    write("a.txt", "He said “in Kiev” there.\nIn Kiev it rained.\n")
    write(".newslint.toml", "[[pattern]]\nname='k'\nmatch='Kiev'\nmessage='m'\nreplace='Kyiv'\n")
    newslint("a.txt", "--fix", "--unsafe-fixes", "--select", "pattern")
    assert newslint("a.txt", "--select", "pattern").stdout.startswith("a.txt:1:13: ")


def test_hidden_markup_is_kept(newslint: Run, write: Write) -> None:
    path = write("a.md", "# Head\n\n**In Kiev** [it](http://x.example/) rained.\n")
    write(".newslint.toml", "[[pattern]]\nname='k'\nmatch='Kiev'\nmessage='m'\nreplace='Kyiv'\n")
    newslint("a.md", "--fix", "--unsafe-fixes")
    assert path.read_text() == "# Head\n\n**In Kyiv** [it](http://x.example/) rained.\n"


HIDDEN = """\
---
title: The mill
ad: Advertisement
---
# The mill stays

{body}
<!-- Advertisement -->

Advertisement `→`

![Advertisement](a.jpg) Advertisement

{body}
{junk}
1. {body}

## Advertisement

       Advertisement = 1

<table><tr><td>1931</td></tr></table>
<!-- {body}
Advertisement

Advertisement -->

    Advertisement = 2

[^1]: Advertisement <!-- 😀 -->
"""


@pytest.mark.parametrize("way", ["file", "unsafe", "standard input", "diff", "library"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_what_is_hidden_stays_whatever_applies_the_fixes(
    newslint: Run, write: Write, tmp_path: Path, way: str, line_end: str
) -> None:
    text = HIDDEN.format(body=BODY, junk=f"{JUNK}\n").replace("\n", line_end)
    fixed = HIDDEN.format(body=BODY, junk="").replace("\n", line_end)
    path = write("a.md", text.encode())
    only = ("--select", "boilerplate/ad-slot")
    if way == "standard input":
        newslint("-", "--fix", "--stdin-filename", "a.md", "-o", "b.md", *only, stdin=text.encode())
        path = tmp_path / "b.md"
    elif way == "diff":
        newslint("a.md", "--diff", "-o", "a.diff", *only)
        subprocess.run(["git", "apply", "a.diff"], cwd=tmp_path, check=True, timeout=60)
    elif way == "library":
        path.write_bytes(Linter(select=["boilerplate/ad-slot"]).fix(text, suffix=".md").encode())
    else:
        newslint("a.md", "--fix", *only, *(["--unsafe-fixes"] if way == "unsafe" else []))
    assert path.read_bytes().decode() == fixed


def test_records_are_not_changed_and_the_message_names_the_way_out(newslint: Run, write: Write) -> None:
    path = write("a.jsonl", '{"text": "One.\\nYou must be logged in to post a comment."}\n')
    before = path.read_bytes()
    done = newslint("a.jsonl", "--fix", "--unsafe-fixes", "--select", "boilerplate")
    assert (done.returncode, path.read_bytes()) == (1, before)
    assert "newslint: a.jsonl: 1 fix was not applied, since --fix does not change records" in done.stderr
    assert "`newslint-corpus a.jsonl --out FOLDER --clean` writes a changed copy" in done.stderr


def test_standard_input_is_fixed_to_standard_output(newslint: Run, write: Write) -> None:
    write("a.txt", BODY)
    done = newslint("-", "--fix", stdin=(BODY + JUNK).encode())
    assert (done.returncode, done.stdout) == (0, BODY)
    assert done.stderr == "newslint: <stdin>: fixed; 1 finding left\n"
    again = newslint("-", "--fix", stdin=done.stdout.encode())
    assert (again.stdout, again.stderr) == (BODY, "newslint: <stdin>: nothing to fix; 1 finding left\n")


def test_what_is_left_in_standard_input_makes_the_exit_status(newslint: Run) -> None:
    done = newslint("-", "--fix", "--output", "b.txt", stdin=(FAULTY + JUNK).encode())
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "newslint: <stdin>: fixed; 1 finding left\n"
    assert newslint("-", "--fix", "--exit-zero", stdin=FAULTY.encode()).returncode == 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("-", "a.txt", "--fix"), "--fix and --diff take standard input alone; remove the other paths, or -"),
        (("-", "--fix", "--format", "json"), "standard output has the fixed text, and --format no place; remove it"),
    ],
)
def test_standard_input_is_fixed_alone(newslint: Run, write: Write, arguments: tuple[str, ...], message: str) -> None:
    write("a.txt", BODY)
    done = newslint(*arguments, stdin=(BODY + JUNK).encode())
    assert (done.returncode, done.stdout, message in done.stderr) == (2, "", True)


def test_the_change_of_standard_input_is_shown(newslint: Run) -> None:
    done = newslint("-", "--diff", stdin=(BODY + JUNK).encode())
    assert done.returncode == 1
    assert done.stdout.startswith("--- a/<stdin>\n+++ b/<stdin>\n")


def test_findings_in_the_baseline_are_not_fixed(newslint: Run, write: Write) -> None:
    path = write("a.txt", BODY + JUNK)
    newslint("a.txt", "--write-baseline")
    newslint("a.txt", "--fix")
    assert path.read_text() == BODY + JUNK


PATTERN = "[[pattern]]\nname='k'\nmatch='{}'\nmessage='m'\nreplace='{}'\n"


def test_what_comes_beside_a_deleted_line_is_reported_not_deleted(newslint: Run, write: Write) -> None:
    write(".newslint.toml", PATTERN.format(r"\A.+\n", ""))
    path = write("a.txt", "One.\nTwo.\nThree.\n")
    done = newslint("a.txt", "--fix", "--unsafe-fixes", "--select", "pattern")
    assert path.read_text() == "Two.\nThree.\n"
    assert (done.returncode, done.stdout[:10]) == (1, "a.txt:1:1:")


EATS = PATTERN.format(r"(?m)^(\w+)\r?\n\w+\r?$", r"\1")
GROWS = PATTERN.format("mill", "mill, the old mill")


@pytest.mark.parametrize("way", ["file", "standard input", "library"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_fix_takes_only_the_lines_that_were_named_at_first(
    newslint: Run, write: Write, tmp_path: Path, way: str, line_end: str
) -> None:
    config = write(".newslint.toml", EATS)
    text = "".join(f"{number}{line_end}" for number in range(1, 8))
    path = write("a.txt", text.encode())
    options = ("--fix", "--unsafe-fixes", "--select", "pattern")
    if way == "file":
        assert newslint("a.txt", *options).returncode == 1
    elif way == "standard input":
        newslint("-", *options, "-o", "b.txt", stdin=text.encode())
        path = tmp_path / "b.txt"
    else:
        path.write_bytes(Linter(config, select=["pattern"]).fix(text, unsafe=True).encode())
    assert path.read_bytes().decode().split() == ["1", "3", "5", "7"]


@pytest.mark.parametrize("option", ["--fix", "--diff"])
def test_standard_input_whose_fixes_do_not_settle_comes_out_as_it_was(newslint: Run, write: Write, option: str) -> None:
    write(".newslint.toml", GROWS)
    done = newslint("-", option, "--unsafe-fixes", "--select", "pattern", stdin=b"The mill.\r\n")
    assert (done.returncode, done.stdout) == (2, "The mill.\r\n" if option == "--fix" else "")
    assert "<stdin>: the fixes of pattern/k change again what fixes have changed; nothing was changed" in done.stderr


def test_a_text_in_memory_whose_fixes_do_not_settle_is_an_error(write: Write) -> None:
    linter = Linter(write(".newslint.toml", GROWS), select=["pattern"])
    with pytest.raises(LintError, match="the fixes of pattern/k change again what fixes have changed"):
        linter.fix("The mill.\n", unsafe=True)


@pytest.mark.parametrize(
    ("match", "replace"),
    [("mill", "mill, the old mill"), ("in|ni", "xinx"), ("^(ab|ba)", "ba ab"), ("(?<=b |^)[ab](?=.)", "b a")],
)
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_fixes_that_do_not_settle_are_reported_and_the_file_is_left(
    newslint: Run, write: Write, match: str, replace: str, jobs: str
) -> None:
    write(".newslint.toml", PATTERN.format(match, replace))
    content = "ab mill in ni.\n"
    a, b = write("a.txt", content), write("b.txt", "Only.{{ x }}\n")
    for flag in ("--diff", "--fix"):
        done = newslint(".", flag, "--unsafe-fixes", "-j", jobs, "--select", "pattern,boilerplate/template-tag")
        assert done.returncode == 2
        assert "error: a.txt: the fixes of pattern/k change again what fixes have changed" in done.stderr
        assert "a/a.txt" not in done.stdout
    assert (a.read_text(), b.read_text()) == (content, "Only.\n")


PLUGIN = """
from newslint.api import CrossArticleRule, Edit, Fact, Finding, Fix, Span

class Marks(CrossArticleRule):
    \"""Finds every @, deletes it when its article is long enough, and changes an article that contains !.\"""

    name = "house/marks"

    def collect_facts(self, article):
        if "!" in article.text:
            with open(article.path, "a") as file:
                file.write("More.")
        yield Fact("@", Span(0, 0), None)  # so that a single mark is compared, too
        for at, letter in enumerate(article.text):
            if letter == "@":
                yield Fact("@", Span(at, at + 1), article.to_raw((at, at + 1)).start)

    def compare_facts(self, facts):
        for fact in [fact for fact in facts if fact.value is not None]:
            edit = Edit(Span(fact.value, fact.value + 1), "") if fact.value else Edit(Span(0, 99), "")
            yield Finding(fact.location, "A mark.", Fix("Remove it", True, (edit,)))

def newslint_rules():
    return [Marks]
"""


@pytest.fixture
def marks(newslint: Run, write: Write) -> Run:
    """Run the command with a cross-article rule that offers fixes."""
    write("house.py", PLUGIN)
    write(".newslint.toml", 'local-plugins = ["house.py"]\nselect = ["house"]')
    return partial(newslint, NEWSLINT_TRUST_LOCAL="1")


def test_cross_article_fixes_never_change_quotations(marks: Run, write: Write) -> None:
    a, b = write("a.txt", "One@ “two@” three.\n"), write("b.md", 'A [@](x "t") b@ "c@".\n')
    write("c.jsonl", '{"text": "One@ “two@” three."}\n')
    shown = [json.loads(line)["fix"] for line in marks(".", "--format", "jsonl").stdout.splitlines()]
    # A fix inside a quotation is not offered, and neither is one that leaves a link without words.
    assert [bool(fix) for fix in shown] == [True, False, False, True, False, True, False]
    assert marks(".", "--fix").returncode == 1
    assert a.read_text() == "One “two@” three.\n"
    assert b.read_text() == 'A [@](x "t") b "c@".\n'


def test_a_cross_article_fix_outside_the_text_is_reported(marks: Run, write: Write) -> None:
    write("a.txt", "@ one.\n")
    b = write("b.txt", "Two @.\n")
    message = "newslint: error: a.txt: house/marks: the fix's edit 0-99 lies outside the article's 7 characters\n"
    for flag in ("--no-progress", "--diff", "--fix"):
        done = marks(".", flag)
        assert (done.returncode, done.stderr.count(message)) == (2, 1)
    assert b.read_text() == "Two .\n"


def test_a_file_that_changed_meanwhile_is_reported_and_the_others_fixed(marks: Run, write: Write) -> None:
    write("a.txt", "One!\nTwo @.\n")
    b = write("b.txt", "Two @.\n")
    done = marks(".", "--fix")
    assert done.returncode == 2
    assert "newslint: error: a.txt: was changed while it was linted; run again\n" in done.stderr
    assert "newslint: fixed 1 file\n" in done.stderr
    assert b.read_text() == "Two .\n"
    assert done.stdout.startswith("a.txt:2:5: ")


def test_the_longest_name_and_the_owner_are_kept(newslint: Run, write: Write, tmp_path: Path) -> None:
    path = write("n" * 251 + ".txt", BODY + JUNK)
    if hasattr(os, "chown") and os.geteuid() == 0:
        os.chown(path, 1234, 1235)
    before = path.stat()
    newslint(path.name, "--fix", "--select", "boilerplate/ad-slot")
    assert path.read_text() == BODY
    assert (path.stat().st_uid, path.stat().st_gid) == (before.st_uid, before.st_gid)
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(os.name == "nt", reason="knows no such limit")
def test_a_file_that_cannot_be_written_is_reported_and_the_others_fixed(write: Write, tmp_path: Path) -> None:
    a, b = write("a.txt", BODY * 20 + JUNK), write("b.txt", BODY + JUNK)
    limited = ["sh", "-c", 'ulimit -f 1; exec "$@"', "sh", sys.executable, "-m", "newslint", "--isolated", "."]
    done = subprocess.run(
        [*limited, "--fix", "--select", "boilerplate/ad-slot"], cwd=tmp_path, capture_output=True, text=True
    )
    assert done.returncode == 2
    assert "newslint: fixed 1 file\n" in done.stderr
    assert "newslint: error: a.txt: cannot be written: File too large\n" in done.stderr
    assert (a.read_text(), b.read_text()) == (BODY * 20 + JUNK, BODY)
    assert sorted(tmp_path.iterdir()) == [a, b]


def test_a_file_that_would_not_be_text_without_its_junk_stays(newslint: Run, write: Write) -> None:
    path = write("a.txt", text := f"{JUNK}%PDF-1.7 is how the paper begins.\n")
    done = newslint("a.txt", "--fix", "--unsafe-fixes", "--select", "boilerplate/ad-slot")
    assert path.read_text() == text
    assert done.returncode == 2
    assert "a.txt: would not be text any more, or other text, after its fixes" in done.stderr
