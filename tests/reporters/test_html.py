"""The HTML report: well-formed, escaped, nothing is loaded from elsewhere, and its data are complete.

test_html_browser.py tests what its script makes of the data.
"""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from importlib.resources import files

import pytest

from newslint.api import Article
from newslint.reporters.html.colors import COLORS, ERROR_COLOR, OTHER_COLORS, family_color
from pages import parse_page
from reports import BROKEN, REPORTERS, A, B, location_of, make_finding, make_rule_info, render
from support import FAULTY, ROOT, Run, Write

ODD = "<script>alert('1')</script> & \"q\" \0 \x1b[31m \u2028 \udc80 \u202e é \U0001f600 ]]> --> <!-- {{x}}"


def test_the_report_on_the_seeds_is_valid(newslint: Run) -> None:
    done = newslint("seeds/", "--format", "html", cwd=ROOT)
    assert done.returncode == 1
    page = parse_page(done.stdout.replace('rel="noreferrer" href="http', 'href="https://a.example/'))
    listed = newslint("seeds/", "--format", "jsonl", cwd=ROOT).stdout.splitlines()
    assert f"{len(listed)} findings in 5 articles" in page.text
    assert "5 articles linted." in page.text
    assert len(page.findings) == len(listed)


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
    assert "Nothing to mark" in page.text and "1 article linted." in page.text
    assert page.tags["script"] == page.tags["nav"] == 0


def test_failures_are_listed(newslint: Run, write: Write) -> None:
    page = parse_page(render("html", [], [], BROKEN))
    assert "2 failures" in page.text and "c.txt: is not UTF-8" in page.text and 'plugin "x"' in page.text
    write("a.txt", FAULTY)
    done = newslint("a.txt", "gone.txt", "--format", "html", "--select", "sources")
    assert done.returncode == 2
    page = parse_page(done.stdout)
    assert "gone.txt: " in page.text
    assert "#failures" in page.values("href")


def test_the_data_hold_every_finding_and_every_article() -> None:
    found = [make_finding(A, (5, 13), "first; fix it."), make_finding(B, (0, 8), "second; fix it.")]
    page = parse_page(render("html", found, [A, B]))
    assert [finding["message"] for finding in page.findings] == ["first; fix it.", "second; fix it."]
    assert page.marked(0) == page.marked(1) == ["A source"]
    assert [finding["article"] for finding in page.findings] == [0, 1]
    assert [finding["fingerprint"] for finding in page.findings] == [one.fingerprint for one in found]


def test_places_in_other_articles_are_marked_there() -> None:
    page = parse_page(render("html", [make_finding(B, (0, 8), related=[(A, (5, 13)), (B, (9, 13))])], [A, B]))
    assert len(page.articles) == 2  # the other article, too, which has no finding
    assert "1 finding in 1 article" in page.text
    assert [place["article"] for place in page.findings[0]["related"]] == [0, 1]
    assert page.json["text-0"]["marks"] == [[0, 5, 13, 0, 1]]
    assert page.marked(0, 2) == ["said"]


def test_markup_in_articles_and_paths_is_only_data() -> None:
    article = Article(f"a/{ODD}.txt", f"{ODD}\nA source said no. {ODD}\n")
    start = article.raw.index("A source")
    diagnostics = [make_finding(article, (start, start + 8), f"{ODD}; fix it."), make_finding(article, (0, len(ODD)))]
    report = render("html", diagnostics, [article])
    page = parse_page(report)
    assert page.tags["script"] == 3  # the text, the data, and the script of the page itself
    assert report.count("alert(") == report.count("u003cscript>alert(") > 3
    assert "<!--" not in report.split("<main>")[1].split('<script>"use strict"')[0]
    assert page.findings[0]["message"] == f"{ODD}; fix it."
    assert page.articles[0]["path"] == article.path
    assert "".join(page.marked(1)) == ODD


def test_the_content_policy_allows_only_the_style_and_script_of_the_page() -> None:
    report = render("html", [make_finding(A, (5, 13))], [A])
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', report)
    assert policy and "default-src 'none'" in policy[1] and "unsafe" not in policy[1]
    for tag in ("style", "script"):
        (inside,) = re.findall(rf"<{tag}>(.*?)</{tag}>", report, re.DOTALL)
        digest = b64encode(sha256(inside.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy[1]


def test_a_file_that_changed_keeps_its_findings() -> None:
    changed = Article(A.path, "Other words.\n")
    page = parse_page(render("html", [make_finding(A, (5, 13), related=[(A, (0, 3))])], [changed]))
    assert len(page.findings) == 1
    assert page.json["text-0"]["marks"] == []
    assert page.json["text-0"]["changed"] == [[0, 0, 2, "A source"], [0, 1, 1, "One"]]


def test_each_record_of_a_file_is_an_article_with_its_headline(newslint: Run, write: Write) -> None:
    rows = [f'{{"title": "No. {number}", "text": "A source said {number}."}}\n' for number in (1, 2, 3)]
    write("a.jsonl", "".join(rows))
    page = parse_page(newslint("a.jsonl", "--format", "html", "--select", "sources").stdout)
    assert [(one["record"], one["headline"]) for one in page.articles] == [(1, "No. 1"), (2, "No. 2"), (3, "No. 3")]
    assert page.json["text-2"]["paragraphs"] == ["A source said 3."]


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        ("Bridge Closed\n\nA source said no.\n", "Bridge Closed"),
        ("The bridge was closed on Friday.\n\nA source said no.\n", ""),
        ("A headline " + "of many words " * 20 + "\n\nA source said no.\n", ""),
    ],
)
def test_a_short_first_line_that_is_no_sentence_is_the_headline(text: str, headline: str) -> None:
    article = Article("a.txt", text)
    start = text.index("A source")
    page = parse_page(render("html", [make_finding(article, (start, start + 8))], [article]))
    assert page.articles[0]["headline"] == headline
    assert page.json["text-0"]["headline"] == (0 if headline else None)
    assert page.articles[0]["opening"].startswith(text.split("\n")[0][:20])


def test_markup_of_a_file_is_not_shown(newslint: Run, write: Write) -> None:
    write("a.md", "# Bridge *closed*\n\nA [source](https://x.example/) said no to **it**.\n")
    page = parse_page(newslint("a.md", "--format", "html", "--select", "sources").stdout)
    assert page.json["text-0"]["paragraphs"] == ["Bridge closed", "A source said no to it."]
    assert page.marked(0) == ["A source"]
    assert page.findings[0]["at"] == "3:1"


def test_offsets_count_utf16_units() -> None:
    article = Article("a.txt", "\U0001f600\U0001f600 A source said no.\n")
    page = parse_page(render("html", [make_finding(article, (3, 11))], [article]))
    assert page.json["text-0"]["marks"] == [[0, 5, 13, 0, 0]]
    assert page.findings[0]["at"] == "1:4"


def test_rates_are_of_the_linted_articles(newslint: Run, write: Write) -> None:
    write("a/one.txt", FAULTY)
    for name in ("a/two.txt", "b/three.txt", "b/four.txt"):
        write(name, "Nothing is wrong here.\n")
    page = parse_page(newslint(".", "--format", "html", "--select", "sources").stdout)
    assert "4 articles linted." in page.text
    assert "25.0 %" in page.text  # of all articles
    assert "50.0 %" in page.text and "By folder" in page.text


def test_the_measured_precision_of_a_rule_is_shown(newslint: Run, write: Write) -> None:
    from newslint.linter.measured import all_measured

    write("a.txt", FAULTY)
    page = parse_page(newslint("a.txt", "--format", "html", "--select", "sources/bare-source").stdout)
    figures = all_measured()["sources/bare-source"]
    assert f"{100 * figures['precision']:.0f} % of {figures['findings']} findings were right" in page.text
    assert "Right when measured" in page.text
    assert "Right when measured" not in parse_page(render("html", [make_finding(A, (5, 13))], [A])).text


def test_a_rule_url_is_linked_only_when_valid() -> None:
    from newslint.api import ReportContext

    page = parse_page(render("html", [make_finding(A, (5, 13))], [A]))
    assert "https://a.example/r" in page.values("href")
    info = make_rule_info("family/rule")._replace(url="javascript:alert(1)")
    report = ReportContext(lambda name: info, [], lambda path, record: A.raw)
    text = "".join(REPORTERS["html"]().report([make_finding(A, (5, 13))], report))
    assert "javascript:" not in text


def test_a_location_related_to_many_findings() -> None:
    from newslint.model import RelatedInformation

    related = tuple(RelatedInformation(location_of(A, (5, 13)), f"place {number}") for number in range(9))
    page = parse_page(render("html", [make_finding(B, (0, 8))._replace(related=related)], [A, B]))
    assert [place["message"] for place in page.findings[0]["related"]] == [f"place {number}" for number in range(9)]


def test_a_family_has_the_same_color_whatever_else_is_found() -> None:
    assert len({*COLORS.values()}) == len(COLORS)
    assert ERROR_COLOR not in {*COLORS.values(), *OTHER_COLORS}
    assert family_color("acme") == family_color("acme") in OTHER_COLORS
    alone = parse_page(render("html", [make_finding(A, (5, 13))._replace(rule="sources/x")], [A]))
    both = [make_finding(A, (0, 3))._replace(rule="dates/x"), make_finding(A, (5, 13))._replace(rule="sources/x")]
    with_another = parse_page(render("html", both, [A]))
    colors = [{rule["family"]: rule["color"] for rule in page.json["data"]["rules"]} for page in (alone, with_another)]
    assert colors[0]["sources"] == colors[1]["sources"] == 1


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
    folder = files("newslint.reporters.html")
    assert {"base.css", "print.css"} <= {part.name for part in (folder / "style").iterdir()}
    assert {"report.js", "alone.js"} <= {part.name for part in (folder / "script").iterdir()}
