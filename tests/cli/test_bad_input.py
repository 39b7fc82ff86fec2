"""Invalid input: newslint reports each error with its place, exits with status 2 and lints everything else."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from newslint.api import Article, quotations
from newslint.readers import newslint_readers
from newslint.text.lexicons import LEXICONS
from newslint.text.scanner import Scanner
from support import FAULT, FAULTY, Run, Write, count_calls


@pytest.fixture
def good(write: Write) -> str:
    """Write a file with one finding; return how its line of output begins."""
    write("zz.txt", FAULTY)
    return "zz.txt" + FAULT


def test_a_missing_path_is_reported(newslint: Run, good: str) -> None:
    done = newslint("nowhere.txt", "zz.txt", "--select", "sources")
    assert done.returncode == 2
    assert "newslint: error: nowhere.txt: there is no such file or folder" in done.stderr
    assert done.stdout.startswith(good)


def test_a_folder_without_articles_is_reported(newslint: Run, write: Write, good: str) -> None:
    write("empty/page.pdf", "<p>")
    done = newslint("empty", "zz.txt", "--select", "sources")
    suffixes = ", ".join(suffix for reader in newslint_readers() for suffix in reader.suffixes)
    assert f"newslint: no articles ({suffixes}) below empty" in done.stderr
    assert done.stdout.startswith(good)
    assert newslint("empty").returncode == 0


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="permissions do not hold for this user")
def test_a_file_without_read_permission_is_reported(newslint: Run, write: Write, good: str) -> None:
    write("a.txt", FAULTY).chmod(0)
    done = newslint(".", "--select", "sources")
    assert done.returncode == 2
    assert "newslint: error: a.txt: cannot be read: Permission denied" in done.stderr
    assert done.stdout.startswith(good)


def test_an_unreadable_file_is_reported(newslint: Run, tmp_path: Path, good: str) -> None:
    (tmp_path / "a.txt").symlink_to("a.txt")  # a link to itself is listed in its folder, but no user can read it
    done = newslint(".", "--select", "sources")
    assert done.returncode == 2
    assert "newslint: error: a.txt: cannot be read: " in done.stderr
    assert done.stdout.startswith(good)


@pytest.mark.parametrize("arguments", [["missing.txt"], ["bad.txt"], ["bad.txt", "--fix"]])
def test_an_error_about_the_only_file_stands_alone(newslint: Run, write: Write, arguments: list[str]) -> None:
    write("bad.txt", b"\xff\xfe\xff")
    done = newslint(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    lines = done.stderr.splitlines()
    assert lines and all(line.startswith(f"newslint: error: {arguments[0]}: ") for line in lines)


def test_a_file_that_is_not_utf8_is_reported(newslint: Run, write: Write, good: str) -> None:
    write("a.txt", "fine\nna\u00efve\n".encode("latin-1"))
    done = newslint(".", "--select", "sources")
    assert done.returncode == 2
    assert (
        "newslint: error: a.txt: is not UTF-8: byte 0xef in line 2; "
        "convert the file to UTF-8, or name its encoding with --encoding latin-1\n"
    ) in done.stderr
    assert done.stdout.startswith(good)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (FAULTY.encode("utf-16-le"), "is UTF-16 without a byte order mark; convert the file to UTF-8, or name its"),
        (b"\xff\xfeA", "begins with the byte order mark of UTF-16, but is damaged: byte 0x41 in line 1; save it again"),
        (b"%PDF-1.7\n", "is a PDF document, not text; save its text as a .txt file, or exclude it"),
        (bytes(9), "is a binary file, not text: it holds 9 NUL bytes; name text files only, or exclude it"),
    ],
)
def test_a_file_that_is_not_text_is_reported(
    newslint: Run, write: Write, good: str, content: bytes, message: str
) -> None:
    write("a.txt", content)
    for flags in ([], ["--encoding", "latin-1"], ["--diff"]):
        done = newslint(".", "--select", "sources", *flags)
        assert done.returncode == 2
        assert f"newslint: error: a.txt: {message}" in done.stderr
        assert "--diff" in flags or done.stdout.startswith(good)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "utf-32"])  # Python writes a byte order mark
def test_a_byte_order_mark_names_the_encoding(newslint: Run, write: Write, encoding: str) -> None:
    write("a.txt", FAULTY.encode(encoding))
    for flags in ([], ["--encoding", "latin-1"]):
        done = newslint("a.txt", "--select", "sources", *flags)
        assert (done.returncode, done.stdout[: len("a.txt" + FAULT)]) == (1, "a.txt" + FAULT)


def test_an_encoding_can_be_named(newslint: Run, write: Write) -> None:
    text = "The café is closed. A source said so.\n"
    write("a.txt", text)
    as_utf8 = newslint("a.txt", "--select", "sources", "--format", "jsonl").stdout
    write("a.txt", text.encode("latin-1"))
    write("b.jsonl", json.dumps({"text": text}, ensure_ascii=False))  # JSON lines are always UTF-8
    named = newslint("a.txt", "--select", "sources", "--format", "jsonl", "--encoding", "latin-1")
    assert (named.returncode, named.stdout) == (1, as_utf8)
    write(".newslint.toml", 'encoding = "Latin-1"')
    everything = newslint("--select", "sources", "--format", "full", "-j", "2")
    assert (everything.returncode, everything.stdout.count(text)) == (1, 2)
    assert 'encoding = "Latin-1"' in newslint("--show-config").stdout
    assert newslint("a.txt", "--encoding", "utf-8").returncode == 2


def test_an_empty_file_has_no_findings(newslint: Run, write: Write) -> None:
    write("a.txt", "")
    done = newslint("a.txt")
    assert (done.returncode, done.stdout) == (0, "")
    assert "in 1 article" in done.stderr


@pytest.mark.slow
def test_one_line_of_twenty_megabytes_is_linted(newslint: Run, write: Write) -> None:
    sentence = "On Friday 12 of the 40 “lorries”, worth $3.5 million, crossed – officials of the U.S. side waited. "
    write("a.txt", sentence * (20_000_000 // len(sentence)) + "A source said so.")
    done = newslint("a.txt", "--select", "*", "--ignore", "sources/vague-collective")
    assert done.returncode == 1
    assert "[sources/bare-source]" in done.stdout
    assert "error" not in done.stderr


def test_nul_bytes_are_text(newslint: Run, write: Write) -> None:
    write("a.txt", "A\0 b.\nA source said \0 so.\n")
    done = newslint("a.txt", "--select", "sources")
    assert done.returncode == 1
    assert done.stdout.startswith("a.txt" + FAULT)


@pytest.mark.parametrize(("text", "line"), [("a\r\nA source said so.\r\n", 2), ("Yes.\rA source said so.\r", 1)])
def test_line_ends_in_positions(newslint: Run, write: Write, text: str, line: int) -> None:
    write("a.txt", text)
    column = 1 if line == 2 else 6
    assert newslint("a.txt", "--select", "sources").stdout.startswith(f"a.txt:{line}:{column}: ")


def test_a_byte_order_mark_is_not_counted_as_a_column(newslint: Run, write: Write) -> None:
    write("a.txt", b"\xef\xbb\xbfA source said so.\n")
    assert newslint("a.txt", "--select", "sources").stdout.startswith("a.txt:1:1: ")


def test_a_path_with_spaces_and_non_ascii_letters(newslint: Run, write: Write) -> None:
    write("новости été/a b.txt", FAULTY)
    assert newslint("новости été", "--select", "sources").stdout.startswith("новости été/a b.txt" + FAULT)


def test_control_characters_are_escaped(newslint: Run, write: Write) -> None:
    write("a\x1b[31m.txt", FAULTY)
    done = newslint(".", "--select", "sources")
    assert done.stdout.startswith("a\\x1b[31m.txt" + FAULT)


@pytest.mark.skipif(os.name == "nt", reason="such names are not possible there")
def test_a_path_that_is_not_valid_utf8(newslint: Run, tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.txt")).write_text(FAULTY)
    for flags in ([], ["--format", "jsonl"], ["-o", "out"]):
        done = newslint(".", "--select", "sources", *flags)
        assert done.returncode == 1, done.stderr
    assert (tmp_path / "out").read_text().startswith("\\udcff.txt" + FAULT)


@pytest.mark.parametrize(
    ("flags", "message"),
    [
        (
            ["--select", "sources/bare-sorce"],
            'there is no rule "sources/bare-sorce"; did you mean "sources/bare-source"?',
        ),
        (["--ignore", "advertizing"], 'there is no rule "advertizing"; did you mean "advertising"?'),
        (["--explain", "dates/weekday-mismatsch"], 'did you mean "dates/weekday-mismatch"?'),
        (["--selekt", "sources"], 'there is no option --selekt; did you mean "--select"?'),
        (["--format", "jsonn"], 'there is no format "jsonn"; did you mean "json"?'),
        (["--unsafe-fixes"], "--unsafe-fixes has no effect alone; add --fix or --diff"),
        (["--baseline", "b"], "b: there is no such baseline; create it with --write-baseline"),
        (["--config", "nowhere.toml"], "nowhere.toml: cannot be read: No such file or directory"),
        (["--encoding", "latin-l"], '--encoding: there is no encoding "latin-l"; did you mean "latin-1"?'),
        (["--encoding", "hex"], '--encoding: there is no encoding "hex"'),
        (["--fail-on", "worst"], "'worst' is not one of 'error', 'warning', 'info', 'never'"),
        (["-j", "-1"], "Invalid value for '-j' / '--jobs'"),
    ],
)
def test_a_wrong_option_is_an_error(newslint: Run, good: str, flags: list[str], message: str) -> None:
    done = newslint("zz.txt", *flags)
    assert (done.returncode, done.stdout) == (2, "")
    assert message in done.stderr


@pytest.mark.parametrize("option", ["select", "ignore"])
def test_a_wrong_rule_in_an_option_is_no_error_of_the_configuration(newslint: Run, write: Write, option: str) -> None:
    write(".newslint.toml", 'select = ["sources"]\nignore = ["dates"]\n')
    error = f'newslint: error: {option}: there is no rule "nothing" (`newslint --list-rules` lists all)\n'
    assert newslint(f"--{option}", "nothing").stderr == error


@pytest.mark.parametrize(
    ("toml", "message"),
    [
        ('selct = ["x"]', 'unknown key "selct"; did you mean "select"?'),
        ('select = "sources"', '"select" must be a list of strings'),
        ("preview = 1", '"preview" must be true or false'),
        ('fail-on = "bad"', '"fail-on" must be one of error, warning, info, never'),
        ('encoding = "utf-9"', '.newslint.toml:1: encoding: there is no encoding "utf-9"; did you mean "utf-8"?'),
        ("encoding = 8", '"encoding" must be a string, as in encoding = "latin-1"'),
        ("select = [", "is not valid TOML"),
        ("select = ['sources/bare-sorce']", 'select: there is no rule "sources/bare-sorce"'),
        ('[rules."sources/bare-sorce"]', 'rules: there is no rule "sources/bare-sorce"'),
        ('[rules."sources/bare-source"]\nseverety = "error"', 'unknown option "severety"; did you mean "severity"?'),
        ('[rules."sources/bare-source"]\nseverity = "bad"', '"severity" must be one of error, warning, info'),
        ("rules = 3", '"rules" must hold one table per rule'),
        ("[pattern]\nname = 'x'", '"pattern" must be a list of tables; write [[pattern]]'),
        ("[[pattern]]\nname = 'x'", '[[pattern]] number 1: "match" is missing'),
        ("[[pattern]]\nnam = 'x'", '[[pattern]] number 1: unknown key "nam"; did you mean "name"?'),
        ("[[pattern]]\nname='x'\nmatch='('\nmessage='m'", '[[pattern]] "x": "match" is not a valid regular expression'),
        ("[[pattern]]\nname='x'\nmatch='a'\nmessage='m'\nseverity='bad'", '"severity" must be one of'),
        (
            "[[pattern]]\nname='x'\nmatch='a'\nmessage='m'\nreplace='\\1'",
            '.newslint.toml: [[pattern]] "x": "replace" does not fit "match": no such group',
        ),
        ("select = " + "[" * 9999, ".newslint.toml: is nested too deeply"),
    ],
)
def test_a_wrong_configuration_is_an_error(newslint: Run, write: Write, good: str, toml: str, message: str) -> None:
    write(".newslint.toml", toml)
    done = newslint("zz.txt")
    assert (done.returncode, done.stdout) == (2, "")
    assert message in done.stderr
    assert newslint("zz.txt", "--isolated").returncode == 1


def test_a_broken_record_is_reported_and_the_rest_is_read(newslint: Run, write: Write) -> None:
    write("a.jsonl", '{"text": "A source said so."}\n{broken\n{"body": "x"}\n\n{"text": "A source said so."}\n')
    done = newslint("a.jsonl", "--select", "sources")
    assert done.returncode == 2
    assert [line.split(":")[0] for line in done.stdout.splitlines()] == ["a.jsonl#1", "a.jsonl#5"]
    assert "a.jsonl: record: line 2 is not JSON" in done.stderr
    assert 'a.jsonl: record: line 3 has no string in "text"' in done.stderr


def test_a_record_with_half_a_surrogate_pair_is_linted(newslint: Run, write: Write) -> None:
    write("a.jsonl", '{"text": "A source said so. \\ud800"}\n{"text": "A source said so."}\n')
    done = newslint("a.jsonl", "--select", "sources")
    assert (done.returncode, len(done.stdout.splitlines())) == (1, 2)


def test_diff_reports_failures(newslint: Run, write: Write) -> None:
    write("a.txt", b"\xff")
    done = newslint(".", "--diff")
    assert done.returncode == 2
    assert "a.txt: is not UTF-8" in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="a working directory cannot be deleted there")
def test_a_deleted_working_directory_is_an_error(tmp_path: Path) -> None:
    program = "import os; os.rmdir(os.getcwd()); from newslint.cli.main import main; main()"
    (tmp_path / "deleted").mkdir()
    done = subprocess.run([sys.executable, "-c", program], cwd=tmp_path / "deleted", capture_output=True, text=True)
    assert done.returncode == 2
    assert done.stderr.startswith("newslint: error: the working directory does not exist any more; change to one")


def test_unclosed_quotations_cost_linear_time() -> None:
    scanner = Scanner(LEXICONS)

    def cost(size: int) -> int:
        article = scanner.scan(Article("a.txt", "‘a don’t " * size))
        return count_calls(lambda: article.get(quotations))

    assert cost(4_000) < 2.5 * cost(2_000)


def test_a_name_with_nul_is_an_error_that_says_where(newslint: Run, write: Write) -> None:
    write("a.txt", FAULTY)
    write(".newslint.toml", 'local-plugins = ["a\\u0000b.py"]\n')
    for words in (["a.txt"], ["--trust"]):
        done = newslint(*words)
        assert done.returncode == 2
        assert '"local-plugins" holds a NUL character, which no name of a file has; remove it' in done.stderr
    write(".newslint.toml", "")
    for key in ("path", "scope"):
        entry = {"fingerprint": "f", "rule": "sources/bare-source", "path": "a.txt", "text": "x", "scope": ""}
        write(".newslint-baseline.jsonl", json.dumps(entry | {key: "a\0b"}) + "\n")
        done = newslint("a.txt")
        assert done.returncode == 2
        assert "line 1: the path holds a NUL character" in done.stderr
