"""`newslint-corpus` in real processes: the same findings as `newslint`, after crashes, bad records and restarts."""

from __future__ import annotations

import gzip
import json
import re
import shlex
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pyarrow", reason="corpora come with the extra corpus")
pytest.importorskip("duckdb", reason="corpora come with the extra corpus")

import pyarrow as pa
import pyarrow.parquet as pq
from pyarrow import feather

from corpora import (
    ARTICLES,
    CROSS,
    SLOGAN,
    read_counts,
    read_findings,
    read_quarantine,
    sort_findings,
    write_damaged_parquet,
    write_jsonl,
    write_parquet,
)
from newslint.batch.engines import EXECUTORS
from newslint.corpus.main import make_parser
from support import FAULTY, Run, Write


@pytest.mark.parametrize("kind", ["c.parquet", "c.jsonl.gz", "c.jsonl.zst", "noid.jsonl"])
def test_corpus_finds_the_same_as_newslint(kind: str, newslint: Run, corpus: Run, write: Write, tmp_path: Path) -> None:
    write("ends.py", CROSS)
    write(".newslint.toml", 'local-plugins = ["ends.py"]\n')
    agreed = {"NEWSLINT_TRUST_LOCAL": "1"}
    for name, text in ARTICLES.items():
        write(name, text)
    write("noid.jsonl", "".join(json.dumps({"text": text}) + "\n" for text in ARTICLES.values()))
    write_parquet(tmp_path / "c.parquet", ARTICLES, rows=3)
    write_jsonl(tmp_path / "c.jsonl.gz", ARTICLES)
    write_jsonl(tmp_path / "c.jsonl.zst", ARTICLES)
    linted = newslint("noid.jsonl" if kind == "noid.jsonl" else "wire", "--format", "jsonl", **agreed)
    jobs = "2" if kind == "c.parquet" else "1"
    done = corpus(kind, "--out", "found", "--id-column", "name", "-j", jobs, **agreed)
    assert done.returncode == 0, done.stderr
    found = read_findings(tmp_path / "found")
    assert found == sort_findings(linted.stdout)
    assert "the only one." not in linted.stdout
    assert {"ends/differ", "boilerplate/repeated-line"} <= {json.loads(line)["rule"] for line in found}
    assert f"{len(ARTICLES)} records = {len(ARTICLES)} linted + 0 quarantined; {len(found)} findings" in done.stdout


def test_group_by_option_of_a_rule_applies_to_a_corpus(
    newslint: Run, corpus: Run, write: Write, tmp_path: Path
) -> None:
    write(".newslint.toml", '[rules."boilerplate/repeated-line"]\ngroup-by = "site"\n')
    rows = [
        {
            "text": f"{site} {nth} has news of its own, which nobody else has had since the year began.\n{SLOGAN}",
            "site": site,
        }
        for site, count in (("one", 2), ("two", 3))
        for nth in range(count)
    ]
    write("a.jsonl", "".join(json.dumps(row) + "\n" for row in rows))
    linted = newslint("a.jsonl", "--format", "jsonl")
    assert corpus("a.jsonl", "--out", "found").returncode == 0
    found = read_findings(tmp_path / "found")
    assert found == sort_findings(linted.stdout)
    assert {json.loads(line)["record"] for line in found if "repeated-line" in line} == {3, 4, 5}


def test_bad_records_are_quarantined_and_good_ones_linted(corpus: Run, write: Write, tmp_path: Path) -> None:
    good = json.dumps({"text": FAULTY}).encode()
    bad = {
        b"{broken": "not-json",
        b'{"text": "caf\xe9"}': "not-utf-8",
        b'{"text": null}': "no-text",
        b'{"title": "none"}': "no-text",
        b'{"text": 3}': "text-not-a-string",
        b'{"text": "\\ud800"}': "not-unicode",
        b"[1]": "not-an-object",
        b"[" * 20_000: "not-json",
    }
    lines = [line for one in bad for line in (one, good)]
    write("a.jsonl", b"\n".join([*lines, b"", b"  "]))
    packed = gzip.compress(good + b"\n") + gzip.compress(b"\n".join([good] * 500 + [bytes(range(200)).hex().encode()]))
    write("short.jsonl.gz", packed[:-20])
    write("wrong.jsonl.gz", gzip.compress(good + b"\n") + b"nothing of the kind")
    sound = gzip.compress(good + b"\n")
    write("sum.JSONL.GZ", sound[:-5] + bytes([sound[-5] ^ 1]) + sound[-4:])  # its checksum is wrong
    write("nothing.jsonl.gz", bytes(9))
    write("none.parquet", b"PAR1 no more than that")
    write_parquet(tmp_path / "foot.parquet", {"a": FAULTY})
    foot = (tmp_path / "foot.parquet").read_bytes()
    long = int.from_bytes(foot[-8:-4], "little")
    write("foot.parquet", foot[: -8 - long] + b"\xff" * long + foot[-8:])
    write_damaged_parquet(tmp_path / "torn.parquet", FAULTY)
    done = corpus(
        *sorted(tmp_path.glob("*.*")), "--isolated", "--no-cross", "--out", "found", "--max-quarantined", "100%"
    )
    assert done.returncode == 0, done.stderr
    rows = read_quarantine(tmp_path / "found")
    content = (tmp_path / "a.jsonl").read_bytes()
    for number, (raw, reason) in enumerate(bad.items()):
        row = rows["a.jsonl", 2 * number + 1]
        assert (row["reason"], row["raw"], row["offset"]) == (reason, raw[:1024], content.index(raw + b"\n"))
    assert rows["short.jsonl.gz", 502]["reason"] == "broken-compression"
    for place in (("wrong.jsonl.gz", 2), ("sum.JSONL.GZ", 2), ("nothing.jsonl.gz", 1)):
        assert rows[place]["reason"] == "broken-compression"
    assert {rows[f"{name}.parquet", None]["reason"] for name in ("none", "foot")} == {"not-parquet"}
    # Of four row groups of three rows, the second is damaged; one other text is not UTF-8, and one is null.
    torn = {key[1]: row for key, row in rows.items() if key[0] == "torn.parquet"}
    assert {number: (row["reason"], row["records"]) for number, row in torn.items()} == {
        4: ("corrupt-row-group", 3),
        8: ("not-utf-8", 1),
        9: ("no-text", 1),
    }
    assert torn[8]["raw"] == b"caf\xe9" and torn[4]["offset"] > 0
    linted = len(bad) + 501 + 2 + 7
    out = len(bad) + 4 + 2 + 5
    assert read_counts(tmp_path / "found") == (linted + out, linted, out)
    records = Counter((row["path"], row["record"]) for row in map(json.loads, read_findings(tmp_path / "found")))
    assert len(records) == linted and set(records.values()) == {1}
    # Most records are bad, which is an error unless --max-quarantined allows it.
    again = corpus("a.jsonl", "--isolated", "--out", "more")
    assert again.returncode == 2 and "--max-quarantined" in again.stderr


@pytest.mark.slow
def test_shards_give_the_same_result_as_one_run(corpus: Run, tmp_path: Path) -> None:
    write_parquet(tmp_path / "a.parquet", ARTICLES, is_large=True)
    write_parquet(tmp_path / "b.parquet", {f"b/{name}": text for name, text in ARTICLES.items()})
    options = ("[ab].*", "--isolated", "--id-column", "name", "--out")
    assert corpus(*options, "one").returncode == 0
    for shard in ("1/2", "2/2"):
        done = corpus(*options, "many", "--shard", shard, "--report", "page.html")
        assert done.returncode == 0 and "without --shard" in done.stderr and "and for --report" in done.stderr
        assert not (tmp_path / "many/summary.json").exists()
    ended = corpus(*options, "many", "--report", "page.html")
    assert ended.returncode == 0 and "2 of 2 units done before" in ended.stderr
    assert read_findings(tmp_path / "many") == read_findings(tmp_path / "one")
    assert "boilerplate/repeated-line" in (tmp_path / "page.html").read_text(encoding="utf-8")


def json_lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in gzip.decompress(path.read_bytes()).splitlines()]


def test_clean_copies_and_spans_are_written_beside_the_original(corpus: Run, write: Write, tmp_path: Path) -> None:
    text = "The road will stay closed for a week.\n\n{{ page.footer }}\n\nIt opens in May.\n"
    rows = [{"id": 1, "text": text, "more": {"n": [1]}}, {"id": 2, "text": None}, {"id": 3, "text": "Nothing.\n"}]
    before = write("documents/a.jsonl.gz", gzip.compress(b"".join(json.dumps(row).encode() + b"\n" for row in rows)))
    write_parquet(tmp_path / "documents/b.parquet", {"x": text})
    # Two files with one name in different folders, as in data sets with a folder per year: their spans are kept apart.
    for year, name in (("1", "y"), ("2", "z")):
        write(f"years/{year}/c.jsonl.gz", gzip.compress(json.dumps({"id": name, "text": "Nothing.\n"}).encode()))
    content = before.read_bytes()
    options = ("--isolated", "--id-column", "id", "--clean", "--spans", "--max-quarantined", "1", "--out", "found")
    done = corpus("documents", "years", *options)
    assert done.returncode == 0, done.stderr
    assert before.read_bytes() == content
    (clean,) = map(json_lines, (tmp_path / "found/clean").glob("a-*.jsonl.gz"))
    fixed = "The road will stay closed for a week.\n\nIt opens in May.\n"
    assert clean == [{**rows[0], "text": fixed}, rows[2]]
    (table,) = (tmp_path / "found/clean").glob("b-*.parquet")
    assert pq.read_table(table).to_pylist() == [{"name": "x", "text": fixed}]
    first, second, third = json_lines(tmp_path / "found/attributes/newslint/a.jsonl.gz")
    start = text.index("{{")
    assert first["attributes"]["newslint__boilerplate__template_tag"] == [[start, text.index("}}") + 2, 1.0]]
    assert (second, third["attributes"]) == ({"id": "2", "attributes": {}}, {})
    others = [json_lines(path) for path in (tmp_path / "found/attributes/newslint").glob("c-*.jsonl.gz")]
    assert sorted(row["id"] for rows in others for row in rows) == ["y", "z"]


def test_missing_columns_and_an_unwritable_report_are_reported(corpus: Run, tmp_path: Path) -> None:
    write_parquet(tmp_path / "a.parquet", {"a": FAULTY})
    columns = ("--id-column", "uri", "--group-by", "site", "--date-column", "day")
    done = corpus("a.parquet", "--isolated", "--out", "found", *columns, "--report", "no/page.html")
    assert done.returncode == 2 and "1 linted" in done.stdout
    for words in (
        "--id-column uri: no",
        "--group-by site: no",
        "--date-column day: no",
        "no/page.html cannot be written",
    ):
        assert words in done.stderr


@pytest.mark.usefixtures("obeying")
def test_a_rule_error_is_reported_and_the_rest_is_linted(corpus: Run, tmp_path: Path) -> None:
    for name in "ab":  # each in another process, which has its own copy of the plugin
        write_parquet(
            tmp_path / f"{name}.parquet", {f"{name}1": FAULTY, f"{name}2": "please break", f"{name}3": FAULTY}
        )
    done = corpus("*.parquet", "--out", "found", "--id-column", "name", "-j", "2")
    assert done.returncode == 2 and read_counts(tmp_path / "found") == (6, 6, 0)
    error = (
        r"error: 2 times: obey/order: ValueError: broke as .* \(obey.py, line \d+\); for example in [ab].parquet#2\n"
    )
    assert re.search(error, done.stderr)


@pytest.mark.usefixtures("obeying")
def test_an_untrusted_plugin_does_not_run(corpus: Run, tmp_path: Path) -> None:
    write_parquet(tmp_path / "a.parquet", {"a": FAULTY})
    home = {"HOME": str(tmp_path), "XDG_STATE_HOME": str(tmp_path.with_name("state")), "NEWSLINT_TRUST_LOCAL": "0"}
    done = corpus("a.parquet", "--out", "found", **home)
    assert done.returncode == 2 and "run `newslint --trust`" in done.stderr
    assert "nothing was linted" in done.stderr and not (tmp_path / "found").exists()


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--address", "10.0.0.1:6379"), "--address is for a cluster; add --engine ray"),
        (("--py-module", "a.whl"), "--py-module is for a cluster; add --engine ray"),
        (("--engine", "ray"), "--engine ray needs the address of a cluster, such as --address 10.0.0.1:6379"),
        (("--engine", "ray", "--address", "auto"), "such as --address 10.0.0.1:6379, not auto"),
        (("--engine", "ray", "--address", "10.0.0.1:6379", "--py-module", "a.whl"), "--py-module a.whl: there is no"),
        (("--isol",), 'unrecognized arguments: --isol; did you mean "--isolated"?'),
        (("--language", "de"), "name the column that has the language with --language-column"),
        (("--language-column", "lang"), "add --language, such as --language en"),
        (("--group=host",), 'unrecognized arguments: --group=host; did you mean "--group-by"?'),
    ],
)
def test_options_that_do_not_fit_are_refused_before_anything_is_read(
    corpus: Run, tmp_path: Path, options: tuple[str, ...], message: str
) -> None:
    write_parquet(tmp_path / "a.parquet", {"a": FAULTY})
    done = corpus("a.parquet", "--out", "found", *options)
    assert done.returncode == 2 and message in done.stderr
    assert not (tmp_path / "found").exists()


GERMAN = "Der Bürgermeister sagte am Montag, dass die Brücke über den Fluss nicht mehr sicher ist und " * 5
ROWS = (
    {"id": "a", "text": FAULTY, "lang": "en-US"},
    {"id": "b", "text": GERMAN, "lang": "de"},
    {"id": "c", "text": GERMAN},
    {"id": "d", "text": FAULTY, "lang": "fr"},
)


@pytest.mark.parametrize(
    ("options", "left"),
    [
        (("--language", "en"), {"a", "d"}),
        (("--language", "en", "--language-column", "lang"), {"a"}),
        (("--language", "de", "--language-column", "lang"), {"b"}),
    ],
)
def test_only_articles_in_the_language_are_linted_and_copied(
    corpus: Run, write: Write, tmp_path: Path, options: tuple[str, ...], left: set[str]
) -> None:
    write("a.jsonl", "".join(json.dumps(row) + "\n" for row in ROWS))
    done = corpus("a.jsonl", "--isolated", "--id-column", "id", "--clean", "--out", "found", *options)
    assert done.returncode == 0, done.stderr  # the others are no bad records
    assert f"4 records = {len(left)} linted + {4 - len(left)} quarantined" in done.stdout
    (copy,) = map(json_lines, (tmp_path / "found/clean").iterdir())
    assert {row["id"] for row in copy} == left
    rows = read_quarantine(tmp_path / "found").values()
    assert {row["reason"] for row in rows} == {"other-language"} and {row["id"] for row in rows} == set("abcd") - left


def test_the_language_column_of_extracted_pages_is_used(corpus: Run, write: Write, tmp_path: Path) -> None:
    rows = [{"id": name, "text": FAULTY, "language": name} for name in ("en", "English", "de")]
    write("a.jsonl", "".join(json.dumps(row) + "\n" for row in rows))
    done = corpus("a.jsonl", "--isolated", "--id-column", "id", "--out", "found", "--language", "en")
    assert "3 records = 2 linted + 1 quarantined" in done.stdout, done.stderr
    assert [row["id"] for row in read_quarantine(tmp_path / "found").values()] == ["de"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", "text\nThe road is closed.\n"),
        ("a.json", json.dumps([{"text": "The road is closed."}])),
        ("b.json", json.dumps({"text": "The road is closed."}, indent=2)),
        ("a.json.gz", gzip.compress(json.dumps([{"text": "The road is closed."}]).encode())),
        ("a.feather", None),
        ("a.arrow", None),
    ],
)
def test_another_format_is_refused_with_a_command_that_converts_it(
    corpus: Run, write: Write, tmp_path: Path, name: str, content: str | bytes | None
) -> None:
    table = pa.table({"text": ["The road is closed."]})
    if name == "a.feather":
        feather.write_feather(table, tmp_path / name)
    elif content is None:  # a stream, as Hugging Face keeps data sets
        with pa.ipc.new_stream(tmp_path / name, table.schema) as writer:
            writer.write_table(table)
    else:
        write(name, content)
    done = corpus(name, "--isolated", "--out", "found")
    assert done.returncode == 2
    program = done.stderr.partition("convert it: python -c ")[2]
    subprocess.run([sys.executable, "-c", *shlex.split(program)], cwd=tmp_path, check=True)
    done = corpus(f"{name[0]}.parquet", "--isolated", "--out", "found")
    assert (done.returncode, "1 records = 1 linted" in done.stdout) == (0, True), done.stderr


def test_results_of_an_earlier_run_are_not_read_as_a_corpus(corpus: Run, tmp_path: Path) -> None:
    (tmp_path / "all/in").mkdir(parents=True)
    write_parquet(tmp_path / "all/in/a.parquet", {"a": FAULTY, "b": FAULTY})
    corpus("all/in", "--isolated", "--clean", "--out", "all/found")
    for pattern in ("all", "all/**/*.parquet"):
        done = corpus(pattern, "--isolated", "--out", f"all/{len(pattern)}")
        assert "2 records = 2 linted" in done.stdout, done.stderr
        assert "all/found/diagnostics: holds results of an earlier run; 1 file there left out" in done.stderr
    assert "2 records = 2 linted" in corpus("all/found/clean", "--isolated", "--out", "last").stdout


def test_each_choice_of_engine_has_an_executor() -> None:
    (engine,) = (action for action in make_parser()._actions if action.dest == "engine")
    assert set(engine.choices or ()) == EXECUTORS.keys()


def test_without_ray_newslint_says_what_to_install(tmp_path: Path, write: Write) -> None:
    write("a.jsonl", '{"text": "Nothing is wrong here."}\n')
    without = "import sys; sys.modules['ray'] = None; import newslint.corpus.main as s; s.main()"
    args = ("a.jsonl", "--out", "found", "--engine", "ray", "--address", "127.0.0.1:1")
    done = subprocess.run([sys.executable, "-c", without, *args], cwd=tmp_path, text=True, capture_output=True)
    assert (done.returncode, done.stderr) == (
        2,
        "newslint: error: ray is not installed; run `pip install 'newslint[ray]'`\n",
    )


def test_an_unstartable_job_is_reported(corpus: Run, write: Write) -> None:
    write("a.warc", "")
    write("empty/nothing.txt", "")
    for args, words in (
        (("none.parquet",), "none.parquet: no corpus"),
        (("empty",), "empty: no corpus"),
        (("a.warc",), "newslint-extract"),
        (("a.warc", "--engine", "ray"), "--address"),
        (("a.warc", "--select", "nothing"), 'there is no rule "nothing"'),
        (("a.warc", "--jobs", "-1"), "-j/--jobs: invalid"),
        (("a.warc", "--timeout-per-article", "-1"), "--timeout-per-article: invalid"),
        (("a.warc", "--max-quarantined", "nan%"), "--max-quarantined: invalid"),
        (("a.warc", "--shard", "3/2"), "--shard: invalid"),
    ):
        done = corpus(*args, "--out", "found")
        assert (done.returncode, words in done.stderr) == (2, True), done.stderr
