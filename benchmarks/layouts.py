"""Compares the findings of articles with those of copies in another layout: `layouts.py [FOLDER] [--only CHANGE …]`.

A copy says the same in other characters: wrapped lines, other spaces, marks or line ends. Its findings (rule and words)
should be those of the article. FOLDER holds articles as `.txt` files, or as `.jsonl` with a field `text`; without it,
the articles are those of `seeds/` and 200 that are generated. `--show N` prints N differences of each change.
"""

from __future__ import annotations

import argparse
import html
import json
import random
import re
import sys
import textwrap
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from corpus import article as generated_article

from newslint.api import Article
from newslint.config.settings import Settings
from newslint.engine.checker import Checker
from newslint.linter.linter import build_linter
from newslint.readers.markdown import MarkdownReader

Text = Callable[[str], str]
Findings = Counter[tuple[str, str]]

GENERATED_COUNT = 200
WIDTHS = (60, 72, 100)
MARKS = re.compile(r"[“”\"«»„‘’'`*]|\]\([^)]*\)|\[")
NAMED = {"&": "&amp;", "“": "&ldquo;", "”": "&rdquo;", "’": "&#8217;", '"': "&quot;", "'": "&#39;", "—": "&mdash;"}


def read_texts(folder: Path | None) -> Iterator[str]:
    """Yield the articles of a folder; without one, those of the project."""
    if folder is None:
        draw = random.Random(1)
        yield from (generated_article(draw) for _ in range(GENERATED_COUNT))
    for path in sorted((folder or Path(__file__).parent.parent / "seeds").rglob("*")):
        if path.suffix == ".txt":
            yield path.read_text(encoding="utf-8")
        elif path.suffix == ".jsonl":
            yield from (json.loads(line)["text"] for line in path.open(encoding="utf-8"))


def join_lines(gap: str) -> Text:
    """Return a function that puts the same gap between all lines."""
    return lambda text: gap.join(line for line in text.split("\n") if line.strip()) + "\n"


def wrap(width: int, gap: str) -> Text:
    """Return a function that wraps each line at a width, with a gap between paragraphs."""

    def wrap_line(line: str) -> str:
        return "\n".join(textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False))

    return lambda text: gap.join(map(wrap_line, filter(str.strip, text.split("\n")))) + "\n"


def tie_short_words(text: str) -> str:
    """Put no-break spaces after articles and prepositions."""
    return re.sub(r"\b(a|an|the|of|in|on|at|to|by|for|with) (?=\w)", "\\1\xa0", text, flags=re.IGNORECASE)


def split_words(text: str) -> str:
    """Put soft hyphens into long words."""
    return re.sub(r"[a-z]{6,}", lambda match: f"{match[0][:3]}\xad{match[0][3:]}", text)


def straighten(text: str) -> str:
    """Write all quotation marks as on a typewriter."""
    return text.translate(str.maketrans("“”‘’", "\"\"''"))


def encode_entities(text: str) -> str:
    """Write marks and dashes as entities of HTML."""
    return "".join(NAMED.get(character, character) for character in text)


UNCHANGED: Text = str
# The change, and what the copy is compared with.
CHANGES: dict[str, tuple[Text, Text]] = {
    **{f"wrapped at {width}, blank lines": (wrap(width, "\n\n"), join_lines("\n\n")) for width in WIDTHS},
    **{f"wrapped at {width}": (wrap(width, "\n"), join_lines("\n")) for width in WIDTHS},
    "doubled spaces": (lambda text: text.replace(" ", "  "), UNCHANGED),
    "no-break spaces": (tie_short_words, UNCHANGED),
    "soft hyphens": (split_words, UNCHANGED),
    "CRLF": (lambda text: text.replace("\n", "\r\n"), UNCHANGED),
    "NFD": (lambda text: unicodedata.normalize("NFD", text), UNCHANGED),
    "straight marks": (straighten, UNCHANGED),
    "entities": (encode_entities, UNCHANGED),
}
MARKDOWN = {"Markdown emphasis": "**{}**", "Markdown links": "[{}](https://example.org/page)"}


def same_words(match: str) -> str:
    """Return the words of a match, whatever its layout."""
    words = unicodedata.normalize("NFC", html.unescape(match)).replace("\xad", "")
    return " ".join(MARKS.sub("", words).split())


def find(checker: Checker, articles: Iterable[Article]) -> Findings:
    """Return the findings of articles: rule and words. What is only true of a copy is left out."""
    found = (item for one in articles for item in checker.check(one, single_article=True).diagnostics)
    return Counter(
        (item.rule, same_words(item.location.match)) for item in found if item.rule != "boilerplate/undecoded-text"
    )


def compare(checker: Checker, text: str, changes: Iterable[str]) -> Iterator[tuple[str, Findings, Findings]]:
    """Yield each change, the findings of the article, and those of its copy."""
    found_in: dict[str, Findings] = {}  # by text: most changes compare with the same
    for name in changes:
        if name in CHANGES:
            change, prepare = CHANGES[name]
            plain = prepare(text)
            if plain not in found_in:
                found_in[plain] = find(checker, [Article("a.txt", plain)])
            yield name, found_in[plain], find(checker, [Article("a.txt", change(text))])
        else:
            plain = join_lines("\n\n")(text)
            copy = mark_sources(checker, plain, MARKDOWN[name])
            yield name, *(find(checker, MarkdownReader().read("a.md", one)) for one in (plain, copy))  # type: ignore[arg-type]


def mark_sources(checker: Checker, text: str, markup: str) -> str:
    """Return the text with markup around the words of each finding about a source."""
    found = checker.check(Article("a.txt", text), single_article=True).diagnostics
    done = len(text)
    for item in sorted(found, key=lambda item: item.location.start, reverse=True):
        start, end = item.location.start.offset, item.location.end.offset
        if item.rule.startswith("sources/") and start < end <= done and "\n" not in item.location.match:
            text = text[:start] + markup.format(text[start:end]) + text[end:]
            done = start
    return text


def main() -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--only", nargs="+", choices=[*CHANGES, *MARKDOWN], default=[*CHANGES, *MARKDOWN])
    parser.add_argument("--limit", type=int, help="compare that many articles, chosen at random")
    parser.add_argument("--show", type=int, default=0)
    options = parser.parse_args()
    texts = [text.strip("\n") + "\n" for text in read_texts(options.folder)]
    random.Random(1).shuffle(texts)
    checker = build_linter(Settings(cross=False, preview=True)).checker
    count, lost, new = Counter[str](), Counter[str](), Counter[str]()
    shown: dict[str, list[str]] = {name: [] for name in options.only}
    for text in texts[: options.limit]:
        for name, before, after in compare(checker, text, options.only):
            count[name] += before.total()
            lost[name] += (before - after).total()
            new[name] += (after - before).total()
            shown[name] += [f"- {rule}: {words}" for rule, words in before - after]
            shown[name] += [f"+ {rule}: {words}" for rule, words in after - before]
    sys.stdout.write("| change | findings | lost | new | the same |\n|---|---|---|---|---|\n")
    for name in options.only:
        share = 1 - (lost[name] + new[name]) / max(1, count[name])
        sys.stdout.write(f"| {name} | {count[name]} | {lost[name]} | {new[name]} | {share:.1%} |\n")
    for name, lines in shown.items():
        sys.stdout.writelines(f"{name}: {line}\n" for line in lines[: options.show])


if __name__ == "__main__":
    main()
