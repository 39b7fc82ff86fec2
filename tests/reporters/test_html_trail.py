"""The HTML report tells why: the steps of each finding, and only those."""

from __future__ import annotations

import json
from typing import Any

from support import Run, Write

TEXT = (
    "The council will test the wells of eleven villages after traces of a solvent were found in drinking water near an "
    "old airfield, it said on Monday.\n"
    "Drivers Born Before 1970 Should See This New Insurance Trick\n"
    "A council aide said the wells were unsafe, while officials moved the barriers.\n"
)


def reported(newslint: Run, *arguments: str, **env: str) -> dict[str, dict[str, Any]]:
    """Return the findings of the report on a.txt by rule."""
    done = newslint("a.txt", "--format", "html", *arguments, **env)
    data = json.loads(done.stdout.split('id="data">')[1].split("</script>")[0])
    return {data["rules"][finding["rule"]]["name"]: finding for finding in data["findings"]}


def test_a_finding_has_the_steps_of_its_own_candidate(newslint: Run, write: Write) -> None:
    write("a.txt", TEXT)
    findings = reported(newslint)
    promotion = findings["advertising/promo-line"]["why"]
    assert [step[0] for step in promotion] == ["headline", "promotion"]
    assert promotion[1][1].startswith("scored +")
    steps = findings["sources/unexplained-anonymity"]["why"]
    assert ["speaker", 'speaks: "said" at 3:16', "aide"] in steps
    assert not any("officials" in part for step in steps for part in step)  # they stand in the same line


def test_a_finding_whose_rule_tells_no_steps_has_none(newslint: Run, write: Write) -> None:
    write("a.txt", "The ferry reportedly sank.\n")
    assert "why" not in reported(newslint)["sources/agentless-attribution"]


def test_a_rule_that_cannot_tell_says_so_and_the_report_stays_whole(newslint: Run, write: Write) -> None:
    write(".newslint.toml", 'local-plugins = ["acme.py"]\n')
    write(
        "acme.py",
        "from newslint.api import Finding, Rule, Span\n"
        "class Broken(Rule):\n"
        "    '''Breaks.'''\n"
        "    name = 'acme/broken'\n"
        "    def check(self, article):\n"
        "        yield Finding(Span(0, 3), 'is wrong.')\n"
        "    def trace(self, article, span):\n"
        "        raise ValueError('no luck')\n"
        "def newslint_rules():\n"
        "    return [Broken]\n",
    )
    write("a.txt", TEXT)
    (step,) = reported(newslint, NEWSLINT_TRUST_LOCAL="1")["acme/broken"]["why"]
    assert step[0] == "error"
    assert "ValueError: no luck" in step[1]
