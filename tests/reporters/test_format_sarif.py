"""The format `sarif` apart from positions: rules, URIs and failures."""

from __future__ import annotations

import json
import os

import pytest

from newslint.api import Article
from reports import BROKEN, RULE, A, make_finding, make_rule_info, render


def test_failures_in_sarif_are_notifications() -> None:
    (run,) = json.loads(render("sarif", [], [], BROKEN))["runs"]
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is False
    file, plugin = invocation["toolExecutionNotifications"]
    assert file["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "c.txt"
    assert (plugin["message"]["text"], "locations" in plugin) == ("is not installed", False)


def test_sarif_describes_the_rules_that_found_something() -> None:
    diagnostics = [make_finding(A, (5, 13), severity=severity) for severity in ("error", "warning", "info")]
    (run,) = json.loads(render("sarif", diagnostics, [A]))["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    (described,) = run["tool"]["driver"]["rules"]
    assert (described["id"], described["helpUri"]) == (RULE, make_rule_info(RULE).url)
    assert described["help"] == {
        "text": make_rule_info(RULE).documentation,
        "markdown": make_rule_info(RULE).documentation,
    }
    assert [result["level"] for result in run["results"]] == ["error", "warning", "note"]
    assert {(result["ruleId"], result["ruleIndex"]) for result in run["results"]} == {(RULE, 0)}
    assert run["results"][0]["partialFingerprints"] == {"newslint/v1": diagnostics[0].fingerprint}


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("../a.txt", "../a.txt"),
        ("été/a#?.txt", "%C3%A9t%C3%A9/a%23%3F.txt"),
        ("/x/a.txt", "file:///x/a.txt"),
        ("D:/a b.txt", "file:///D:/a%20b.txt" if os.name == "nt" else "D%3A/a%20b.txt"),
        ("<stdin>", "%3Cstdin%3E"),
    ],
)
def test_paths_in_sarif_are_uris(path: str, uri: str) -> None:
    article = Article(path, A.text)
    (run,) = json.loads(render("sarif", [make_finding(article, (5, 13))], [article]))["runs"]
    artifact = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert artifact["uri"] == uri
    assert artifact.get("uriBaseId", "") in run["originalUriBaseIds"] or uri.startswith("file:")
