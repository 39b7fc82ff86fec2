"""`newslint-corpus --clean`: which fixes it applies, where it puts the text, and what it says beforehand."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pyarrow", reason="corpora come with the extra corpus")
pytest.importorskip("duckdb", reason="corpora come with the extra corpus")

import pyarrow as pa
import pyarrow.parquet as pq

from support import Run, Write

TAG = "{{ page.footer }}\n"  # has a safe fix
WIDGET = "Sign up for our daily newsletter\n"  # has an unsafe one
SLOGAN = "Independent reporting from the valley since 1988\n"  # is junk only because several articles have it
NEWS = (
    "The road will stay closed for a week, the county said.\n",
    "The council widened the bridge, which was too narrow for two buses since it was built.\n",
    "Snow closed both passes, and nobody expects them to open before Wednesday noon or so.\n",
    "The school has a new roof, paid for by parents, the county and a bank without a name.\n",
)
GONE = len(TAG) + len(WIDGET) + 3 * len(SLOGAN)
OPTIONS = ("a.parquet", "--isolated", "--id-column", "id", "--group-by", "outlet", "--out", "found")


def expected(*junk: str) -> list[str]:
    """Return the texts of the four articles with these kinds of junk left."""
    tag, widget, slogan = (one if one in junk else "" for one in (TAG, WIDGET, SLOGAN))
    return [
        NEWS[0] + tag + "The lake road stays open to buses, which run every hour, it added.\n" + widget,
        *(news + slogan for news in NEWS[1:]),
    ]


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """Write an article with two kinds of junk, and three of another outlet that end in the same line."""
    rows = [
        {"id": name, "outlet": outlet, "text": text, "n": [1, None]}
        for name, outlet, text in zip("abcd", ("one", "two", "two", "two"), expected(TAG, WIDGET, SLOGAN), strict=True)
    ]
    path = tmp_path / "a.parquet"
    pq.write_table(pa.Table.from_pylist(rows), path, row_group_size=2)
    return path


def clean_rows(tmp_path: Path) -> list[dict[str, Any]]:
    return [row for path in sorted((tmp_path / "found/clean").iterdir()) for row in pq.read_table(path).to_pylist()]


def texts(tmp_path: Path) -> list[str]:
    return [row["text"] for row in clean_rows(tmp_path)]


@pytest.mark.parametrize(
    ("options", "left"),
    [
        ((), (WIDGET, SLOGAN)),
        (("--unsafe-fixes", "boilerplate/sign-up-widget"), (SLOGAN,)),
        (("--unsafe-fixes", "boilerplate/repeated-line"), (WIDGET,)),
        (("--unsafe-fixes", "boilerplate,advertising"), ()),
        (("--unsafe-fixes", "*"), ()),
        (("--fix-rules", "boilerplate/s*", "--unsafe-fixes", "*"), (TAG, SLOGAN)),
    ],
)
def test_fixes_are_chosen_by_rule_and_family_also_those_of_comparing(
    corpus: Run, articles: Path, tmp_path: Path, options: tuple[str, ...], left: tuple[str, ...]
) -> None:
    before = articles.read_bytes()
    done = corpus(*OPTIONS, "--clean", *options)
    assert done.returncode == 0, done.stderr
    assert texts(tmp_path) == expected(*left)
    assert articles.read_bytes() == before
    assert [row | {"text": ""} for row in clean_rows(tmp_path)] == [
        row | {"text": ""} for row in pq.read_table(articles).to_pylist()
    ]


def test_the_clean_text_can_go_into_a_column_of_its_own(
    corpus: Run, articles: Path, write: Write, tmp_path: Path
) -> None:
    original = pq.read_table(articles)
    write(
        "b.jsonl",
        json.dumps(
            {"id": "e", "text": f"{NEWS[0]}{TAG}The lake road stays open to buses, which run every hour, it added.\n"}
        ),
    )
    done = corpus("b.jsonl", *OPTIONS, "--clean", "--clean-column", "clean", "--unsafe-fixes", "*")
    assert done.returncode == 0, done.stderr
    (lines,) = (tmp_path / "found/clean").glob("b-*")
    assert json.loads(gzip.decompress(lines.read_bytes())) == {
        "id": "e",
        "text": f"{NEWS[0]}{TAG}The lake road stays open to buses, which run every hour, it added.\n",
        "clean": f"{NEWS[0]}The lake road stays open to buses, which run every hour, it added.\n",
    }
    lines.unlink()
    (copy,) = (tmp_path / "found/clean").glob("a-*")
    table = pq.read_table(copy)
    assert table.drop_columns("clean") == original
    assert table["clean"].to_pylist() == expected()
    done = corpus(*OPTIONS[:-1], "other", "--clean", "--clean-column", "outlet")
    assert done.returncode == 2
    assert 'a.parquet: has a column "outlet" already; choose another name for --clean-column' in done.stderr
    assert not list((tmp_path / "other/clean").iterdir())


def test_a_dry_run_says_what_would_go_and_writes_no_copy(corpus: Run, articles: Path, tmp_path: Path) -> None:
    dry = corpus(*OPTIONS, "--clean", "--unsafe-fixes", "*", "--dry-run")
    assert dry.returncode == 0, dry.stderr
    assert f"--clean would remove {GONE} characters" in dry.stdout and "in 4 of 4 articles" in dry.stdout
    assert r"boilerplate/template-tag: a: " in dry.stdout and r"[-{{ page.footer }}\x0a-]The lake" in dry.stdout
    assert not (tmp_path / "found/clean").exists()
    summary = json.loads((tmp_path / "found/summary.json").read_text())["clean"]
    assert (summary["dry_run"], summary["changed"], summary["removed"]) == (True, 4, GONE)
    slogans = {"articles": 3, "edits": 3, "characters": 3 * len(SLOGAN)}
    assert summary["groups"]["two"]["rules"] == {"boilerplate/repeated-line": slogans}
    assert len(summary["examples"]) == 5
    # The run itself lints nothing again, and removes what was announced.
    done = corpus(*OPTIONS, "--clean", "--unsafe-fixes", "*")
    assert "1 of 1 unit done before" in done.stderr
    assert f"--clean removed {GONE} characters" in done.stdout
    assert "; the copy is in the folder clean below --out\n" in done.stdout
    assert texts(tmp_path) == expected()


def test_copies_are_written_again_only_for_other_fixes(corpus: Run, articles: Path, tmp_path: Path) -> None:
    first = corpus(*OPTIONS, "--clean")
    (path,) = (tmp_path / "found/clean").iterdir()
    state = path.stat().st_mtime_ns
    again = corpus(*OPTIONS, "--clean")
    assert (again.returncode, again.stdout) == (0, first.stdout)
    assert path.stat().st_mtime_ns == state
    corpus(*OPTIONS, "--clean", "--unsafe-fixes", "*")
    assert texts(tmp_path) == expected()
    corpus(*OPTIONS, "--clean", "--no-cross", "--unsafe-fixes", "*")
    assert texts(tmp_path) == expected(SLOGAN)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--dry-run",), "--dry-run says how to clean; add --clean"),
        (("--unsafe-fixes", "boilerplate"), "--unsafe-fixes says how to clean; add --clean"),
        (("--clean", "--fix-rules", "boilerplates"), '--fix-rules: there is no rule "boilerplates"; did you mean'),
    ],
)
def test_options_that_make_no_sense_are_refused(
    corpus: Run, articles: Path, options: tuple[str, ...], message: str
) -> None:
    done = corpus(*OPTIONS, *options)
    assert done.returncode == 2 and message in done.stderr


def test_a_quarantined_record_is_not_copied(corpus: Run, write: Write, tmp_path: Path) -> None:
    write("a.jsonl", "".join(json.dumps({"id": n, "text": text}) + "\n" for n, text in enumerate([f"x{TAG}", None])))
    done = corpus("a.jsonl", "--isolated", "--clean", "--out", "found", "--max-quarantined", "1")
    assert done.returncode == 0, done.stderr
    (path,) = (tmp_path / "found/clean").iterdir()
    assert [json.loads(line)["id"] for line in gzip.decompress(path.read_bytes()).splitlines()] == [0]


def test_a_record_loses_only_what_was_named_at_first_and_stays_where_fixes_do_not_settle(
    corpus: Run, write: Write, tmp_path: Path
) -> None:
    pattern = "[[pattern]]\nname = '{}'\nmatch = '{}'\nmessage = 'm'\nreplace = '{}'\n"
    write(
        "c.toml", pattern.format("eats", r"(?m)^(\d+)\n\d+$", r"\1") + pattern.format("grows", "mill", "mill, the mill")
    )
    lines = ["".join(f"{number}\n" for number in range(1, 8)), "The mill.\n", "1\n2\nThe mill.\n"]
    write("b.jsonl", "".join(json.dumps({"text": text}) + "\n" for text in lines))
    done = corpus("b.jsonl", "--config", "c.toml", "--out", "found", "--clean", "--unsafe-fixes", "pattern")
    assert done.returncode == 2
    assert (
        done.stderr.count("the fixes of pattern/grows change again what fixes have changed; nothing was changed") == 2
    )
    (copy,) = (tmp_path / "found/clean").iterdir()
    cleaned = [json.loads(line)["text"] for line in gzip.decompress(copy.read_bytes()).splitlines()]
    assert cleaned == ["1\n3\n5\n7\n", *lines[1:]]
