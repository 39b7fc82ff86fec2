"""The HTML report: well-formed, escaped, every link has a target, nothing is loaded from elsewhere."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest

from newslint.api import Article
from newslint.model import RelatedInformation
from pages import parse_page
from reports import BROKEN, A, B, location_of, make_finding, render
from support import FAULTY, ROOT, Run, Write

ODD = "<script>alert('1')</script> & \"q\" \0 \x1b[31m \u2028 \udc80 \u202e é \U0001f600 ]]> --> {{x}}"


def test_the_report_on_the_seeds_is_valid(newslint: Run) -> None:
    done = newslint("seeds/", "--format", "html", cwd=ROOT)
    assert done.returncode == 1
    page = parse_page(done.stdout.replace('rel="noreferrer" href="http', 'href="https://a.example/'))
    listed = newslint("seeds/", "--format", "jsonl", cwd=ROOT).stdout.splitlines()
    assert f"{len(listed)} findings in 5 articles" in page.text
    assert len(list(page.values("data-rule"))) == len(listed)
    assert re.search(r'<a href="#m\d+-\d+-\d+">seeds/\w\.txt:\d+:\d+</a>', done.stdout)
    assert re.search(r'Compare <a href="#m\d+-\d+">seeds/\w\.txt:\d+:\d+</a>', done.stdout)


@pytest.mark.parametrize("flags", [["-j", "2"], ["PYTHONHASHSEED=1"], ["PYTHONHASHSEED=2"]])
def test_the_report_is_the_same_for_any_job_count_order_and_hash_seed(newslint: Run, flags: list[str]) -> None:
    env = dict(flag.split("=") for flag in flags if "=" in flag)
    options = [flag for flag in flags if "=" not in flag]
    plain = newslint("seeds/", "--format", "html", cwd=ROOT).stdout
    assert newslint("seeds/", "--format", "html", *options, cwd=ROOT, **env).stdout == plain


def test_a_report_without_findings(newslint: Run, write: Write) -> None:
    write("a.txt", "Nothing is wrong here.\n")
    done = newslint("a.txt", "--format", "html")
    assert done.returncode == 0
    page = parse_page(done.stdout)
    assert "Nothing to mark" in page.text
    assert page.tags["script"] == page.tags["article"] == 0


def test_failures_are_listed(newslint: Run, write: Write) -> None:
    page = parse_page(render("html", [], [], BROKEN))
    assert "2 failures" in page.text and "c.txt: is not UTF-8" in page.text and 'plugin "x"' in page.text
    write("a.txt", FAULTY)
    done = newslint("a.txt", "gone.txt", "--format", "html", "--select", "sources")
    assert done.returncode == 2
    page = parse_page(done.stdout)
    assert "gone.txt: " in page.text
    assert "#failures" in page.values("href")


def test_every_message_is_shown_once_and_every_article() -> None:
    found = [make_finding(A, (5, 13), "first; fix it."), make_finding(B, (0, 8), "second; fix it.")]
    page = parse_page(render("html", found, [A, B]))
    assert page.text.count("first; fix it.") == page.text.count("second; fix it.") == 1
    assert page.marked["1-1"] == page.marked["2-1"] == "A source"
    assert page.tags["article"] == 2


def test_places_in_other_articles_are_linked_both_ways() -> None:
    report = render("html", [make_finding(B, (0, 8), related=[(A, (5, 13)), (B, (9, 13))])], [A, B])
    page = parse_page(report)
    links = [value for tag, name, value in page.attributes if tag == "a" and name == "href"]
    assert page.tags["article"] == 2  # the other article, too, which has no finding
    assert "1 finding in 1 article" in page.text
    for way in ("#m2-1-1", "#m2-1", "#n2-1", "#c2-1-1", "#m2-1-2"):
        assert way in links, way


def test_markup_in_articles_and_paths_is_escaped() -> None:
    article = Article(f"a/{ODD}.txt", f"{ODD}\nA source said no. {ODD}\n")
    start = article.text.index("A source")
    diagnostics = [make_finding(article, (start, start + 8), f"{ODD}; fix it."), make_finding(article, (0, len(ODD)))]
    page = parse_page(render("html", diagnostics, [article]))
    assert page.tags["script"] == 1  # of the page itself
    assert page.text.count("<script>alert('1')</script>") >= 5
    for visible in ("\\x00", "\\x1b", "\\u2028", "\\udc80", "\\u202e"):
        assert visible in page.text
    assert page.marked["1-2"].startswith("<script>alert('1')")


def test_the_content_policy_allows_only_the_style_and_script_of_the_page() -> None:
    report = render("html", [make_finding(A, (5, 13))], [A])
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', report)
    assert policy and "default-src 'none'" in policy[1] and "unsafe" not in policy[1]
    for tag in ("style", "script"):
        (inside,) = re.findall(rf"<{tag}>(.*?)</{tag}>", report, re.DOTALL)
        digest = b64encode(sha256(inside.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy[1]


def test_a_file_that_changed_keeps_its_findings_and_their_ids() -> None:
    changed = Article(A.path, "Other words.\n")
    page = parse_page(render("html", [make_finding(A, (5, 13), related=[(A, (0, 3))])], [changed]))
    assert "has changed" in page.text
    assert page.text.count("is wrong; fix it.") == 1


def test_each_record_of_a_file_is_an_article(newslint: Run, write: Write) -> None:
    write("a.jsonl", "".join(f'{{"text": "A source said {number}."}}\n' for number in (1, 2, 3)))
    page = parse_page(newslint("a.jsonl", "--format", "html", "--select", "sources").stdout)
    assert page.tags["article"] == 3
    assert [words in page.text for words in ("a.jsonl#1", "said 1.", "a.jsonl#3", "said 3.")] == [True] * 4


def test_a_rule_url_is_linked_only_when_valid() -> None:
    import reports

    page = parse_page(render("html", [make_finding(A, (5, 13))], [A]))
    assert "https://a.example/r" in page.values("href")
    info = reports.make_rule_info("family/rule")._replace(url="javascript:alert(1)")
    report = reports.ReportContext(lambda name: info, [], lambda path, record: A.text)
    text = "".join(reports.REPORTERS["html"]().report([make_finding(A, (5, 13))], report))
    assert "javascript:" not in text


def test_a_location_related_to_many_findings() -> None:
    related = tuple(RelatedInformation(location_of(A, (5, 13)), f"place {number}") for number in range(9))
    page = parse_page(render("html", [make_finding(B, (0, 8))._replace(related=related)], [A, B]))
    assert "4 more places" in page.text and "place 8" in page.text


def test_a_plain_run_does_not_import_the_html_report(newslint: Run, write: Write) -> None:
    import subprocess
    import sys

    path = write("a.txt", FAULTY)
    code = (
        "import sys; from newslint.cli.main import main; sys.argv = ['newslint', sys.argv[1]]\n"
        "try: main()\nexcept SystemExit: pass\n"
        "assert not [name for name in sys.modules if name.startswith('newslint.reporters.html')]"
    )
    subprocess.run([sys.executable, "-c", code, str(path)], check=True, capture_output=True)


def test_the_package_contains_the_style_and_script() -> None:
    from importlib.resources import files

    parts = {Path(str(part)).name for part in files("newslint.reporters.html").iterdir()}
    assert {"style.css", "script.js"} <= parts
