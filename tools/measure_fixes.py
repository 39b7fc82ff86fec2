#!/usr/bin/env python3
# ruff: noqa: T201
"""Measure how often the deletions of boilerplate and advertising were right, by rule and kind, on labelled articles.

    python tools/measure_fixes.py FILE.jsonl... [--write]

A row of a file is an article: `lines`, and for each line `text` and `label`. A deletion is right if it leaves the lines
labelled `body`, `subhead`, `byline` and `caption` as they are, and deletes from lines labelled `junk` or `ad`; a
deletion in lines with other labels, or marked `soft`, does not count. Two kinds of examples of this project count as
well: the `bad` blocks of the rules, and each label or tag of their tables, before, between and after two paragraphs.

A fix is safe only if its rule and kind deleted rightly in at least 99.5 % of at least 200 cases; the script ends with
status 1 if one that is safe did not. It also applies the safe fixes of all rules to every article, and fails if a line
of the article's own is not left byte for byte. With --write, it writes the table into docs/fixes.md.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "plugins")]

from newslint.api import Article, Diagnostic, non_blank_lines  # noqa: E402
from newslint.config.settings import Settings  # noqa: E402
from newslint.engine.example_blocks import blocks  # noqa: E402
from newslint.engine.repeated_fixes import RuleFix, apply_until_stable  # noqa: E402
from newslint.linter.linter import build_linter  # noqa: E402
from newslint_boilerplate.data.words import HTML_TAGS, METADATA_FIELDS  # noqa: E402
from newslint_boilerplate.view.junk import junk  # noqa: E402
from newslint_boilerplate.view.lexicon import LABEL_KIND  # noqa: E402
from newslint_boilerplate.view.removal import safe_lines  # noqa: E402

OWN, FOREIGN = ("body", "subhead", "byline", "caption"), ("junk", "ad")
MIN_SHARE, MIN_DELETIONS = 0.995, 200
KINDS = ("label", "line", "scored line", "part of a line")
LINTER = build_linter(Settings())
PAGE = ROOT / "docs" / "fixes.md"
PARAGRAPH = "The ferry will be back on Monday, the harbour board said, and the first boat sails at seven o'clock."
TABLE = re.compile(r"(?<=<!-- deletions -->\n).*?(?=<!-- end -->)", re.DOTALL)
Figures = Counter[tuple[str, str, str]]  # by rule, kind, and "labelled right", "example wrong" or "safe"


def kind_of_deletion(article: Article, found: Diagnostic) -> str:
    """Return which kind of deletion a finding proposes."""
    span = article.to_canonical((found.location.start.offset, found.location.end.offset))
    lines = article.get(non_blank_lines)
    number = bisect_left(lines, span)
    if number == len(lines) or lines[number] != span:
        return "part of a line"
    if any(piece.evidence for piece in article.get(junk) if piece.span == span):
        return "scored line"
    return "label" if number in article.get(safe_lines) else "line"


def measure(text: str, labels: list[str], figures: Figures, source: str = "labelled") -> None:
    """Count the deletions in an article, given the label of each of its lines."""
    article = LINTER.checker.scan(Article("a.txt", text))
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    for found in LINTER.checker.check(Article("a.txt", text)).diagnostics:
        if found.fix is None or any(new for _, new in found.fix.edits):
            continue
        touched = set()
        for (start, end), _ in found.fix.edits:
            touched |= {
                labels[n] for n in range(len(labels)) if text[max(start, starts[n]) : min(end, starts[n + 1])].strip()
            }
        verdict = "wrong" if not touched.isdisjoint(OWN) else "right" if touched <= {*FOREIGN} else ""
        if verdict:
            key = found.rule, kind_of_deletion(article, found)
            figures[(*key, f"{source} {verdict}")] += 1
            figures[(*key, "safe")] += found.fix.safe


def damaged_lines(text: str, labels: list[str]) -> Iterator[str]:
    """Yield the article's own lines that safe fixes do not leave as they are, and in order."""

    def safe_fixes(current: str) -> Iterator[RuleFix]:
        for found in LINTER.checker.check(Article("a.txt", current)).diagnostics:
            if found.fix and found.fix.safe and not any(new for _, new in found.fix.edits):
                yield found.rule, found.fix

    left = apply_until_stable(text, safe_fixes).split("\n")
    at = 0
    for line, label in zip(text.split("\n"), labels, strict=True):
        if label in OWN:
            try:
                at = left.index(line, at) + 1
            except ValueError:
                yield line


def measure_labels(figures: Figures) -> None:
    """Count the deletions of each label and tag of the tables: before, between and after two paragraphs."""
    tags = [form.format(tag) for tag in HTML_TAGS for form in ("<{}>", "</{}>")]
    tags += [form.format(name) for name in METADATA_FIELDS for form in ("{{{{ {} }}}}", "%%{}%%")]
    for label in (*sorted(map(str.capitalize, LABEL_KIND)), *tags):
        for place in range(3):
            lines, labels = [PARAGRAPH] * 2, ["body"] * 2
            lines.insert(place, label)
            labels.insert(place, "junk")
            measure("\n".join(lines), labels, figures, "example")


def count_examples(figures: Figures) -> None:
    """Count the deletions in the `bad` examples of each rule, which are right."""
    for name, rule in LINTER.all_rules.items():
        if name.startswith(("boilerplate/", "advertising/")):
            cases = (ROOT / "tests" / "cases" / f"{name}.md").read_text(encoding="utf-8")
            for document in (rule.info().documentation, cases):
                for block in (block for group in blocks(document) for block in group if block.kind == "bad"):
                    article = LINTER.checker.scan(Article("a.txt", block.text))
                    for found in LINTER.checker.check(Article("a.txt", block.text)).diagnostics:
                        if found.rule == name and found.fix and not any(new for _, new in found.fix.edits):
                            key = name, kind_of_deletion(article, found)
                            figures[(*key, "example right")] += 1
                            figures[(*key, "safe")] += found.fix.safe


def main() -> int:
    """Measure, print, and write the table if asked."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("files", type=Path, nargs="+", metavar="FILE.jsonl")
    parser.add_argument("--write", action="store_true", help="write the table into docs/fixes.md")
    arguments = parser.parse_args()
    figures: Figures = Counter()
    count_examples(figures)
    measure_labels(figures)
    damaged = article_count = 0
    for path in arguments.files:
        for row in map(json.loads, path.read_text(encoding="utf-8").split("\n")[:-1]):
            text = "\n".join(line["text"] for line in row["lines"])
            labels = ["" if line.get("soft") else line["label"] for line in row["lines"]]
            if "\r" in text or text.count("\n") + 1 != len(labels):
                continue
            article_count += 1
            measure(text, labels, figures)
            for line in damaged_lines(text, labels):
                damaged += 1
                print("damaged:", line[:200])
    rows = ["| rule | deletes | right in labelled articles | right in examples | safe |", "|---|---|---|---|---|"]
    failed = damaged > 0
    for rule in sorted({rule for rule, _, _ in figures}):
        for kind in KINDS:
            right, wrong, example_right, example_wrong = (
                figures[rule, kind, f"{source} {verdict}"]
                for source in ("labelled", "example")
                for verdict in ("right", "wrong")
            )
            count, example_count = right + wrong, example_right + example_wrong
            if count + example_count:
                is_safe = figures[rule, kind, "safe"] > 0
                cells = f"{right} of {count} | {example_right} of {example_count} | {'yes' if is_safe else 'no'}"
                rows.append(f"| `{rule}` | {kind} | {cells} |")
                share = (right + example_right) / (count + example_count)
                if is_safe and (share < MIN_SHARE or count + example_count < MIN_DELETIONS):
                    failed = True
                    print(f"not safe: {rule}, {kind}")
    print("\n".join(rows))
    print(f"{article_count} articles, {damaged} lines damaged by safe fixes")
    if arguments.write:
        PAGE.write_text(TABLE.sub("\n".join(["", *rows, "", ""]), PAGE.read_text(encoding="utf-8")), encoding="utf-8")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
