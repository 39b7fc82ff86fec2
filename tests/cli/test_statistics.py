"""`--statistics` for programs."""

from __future__ import annotations

import json

from support import FAULTY, Run, Write


def test_statistics_as_json_hold_the_counts_of_the_table(newslint: Run, write: Write) -> None:
    write("a.txt", FAULTY)
    write("b.txt", FAULTY)
    done = newslint("--statistics", "--format", "json", "--select", "sources")
    document = json.loads(done.stdout)
    assert (document["schema"], document["articles"]) == (1, 2)
    counts = {row["rule"]: row["findings"] for row in document["rules"]}
    assert counts["sources/bare-source"] == 2
    assert all(row["seconds"] >= 0 for row in document["rules"])
    views = document["views"]
    assert "newslint.text.language.language" in views and all(seconds >= 0 for seconds in views.values())
    table = newslint("--statistics", "--select", "sources").stdout
    assert {name for name in views if f"\n{name} " not in table} == set()
    assert document["counted"] == {"unnamed bare, unexplained": 2}


def test_statistics_have_two_formats(newslint: Run, write: Write) -> None:
    write("a.txt", FAULTY)
    done = newslint("--statistics", "--format", "html")
    assert (done.returncode, done.stdout) == (2, "")
    assert "--statistics has the formats text and json" in done.stderr
