"""What the fuzzer starts from: the examples of rules and of the documentation, and words to insert."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
from record_targets import CHECKS, CORPUS_KINDS, ENCODINGS, WARC_KINDS
from targets import FIXABLE_SUFFIXES, LINTER, SEPARATOR, SUFFIXES

ROOT = Path(__file__).parents[1]
MAX_INPUT_BYTES = 1_500
MARKUP = (
    "\n\n", "\r\n", "\u00ad", "\u2028", "“", "”", "‘", "’", "''", "``", "«", "»", "„", "&nbsp;", "&amp;quot;", "&#39;",
    "â€™", "```", "~~~", "> ", "# ", "- ", "1. ", "| ", "[a](b)", "![a](b)", "**", "<p>", "</p>", "<b>", "<article>",
    "<blockquote>", "<script>", "<!--", "-->", "<meta property=\"article:published_time\" content=\"2025-05-23\">",
    "---\ndate: 2025-05-23\n---\n", '{"text": "', '", "date": "', "\\u201c", "\\ud800", "{{ ", " }}", "{% ", " %}",
    "Advertisement\n", "Read more: ", "a.com", "May 16", "2025-02-30", "Friday", "$3.5 million", "12 percent",
    "$pecial", "[[pattern]]\n", "match = '(a|b)+'\n", "message = '{0}'\n", "replace = '\\\\g<0>'\n", "[rules.\"",
    "[[overrides]]\n", "paths = ['*.md']\n", "select = ['*']\n", "ignore = []\n", "encoding = 'cp1252'\n",
    "timeout = 1e308\n", "max-size = 0\n", "local-plugins = ['a.py']\n", "plugins = ['a']\n", "date = 1979-05-27\n",
    "WARC/1.0\r\n", "Content-Length: 9\r\n", "Content-Encoding: br\r\n", "PAR1",
    "Transfer-Encoding: chunked\r\n", "ffffffff\r\n",
    "\r\n\r\n", '"records": ', "null", "[1, 2]",
    "nan", "-inf", '"until": "2025-12-31"', '"scope": "a"', '"fingerprint": "', '"path": "a.txt"',
)  # fmt: skip


def seeds(target: str) -> list[bytes]:
    """Return the inputs that the fuzzer starts from."""
    if target == "configuration":
        fences = re.compile(r"```toml\n(.*?)```", re.DOTALL)
        pages = [page.read_text(encoding="utf-8") for page in sorted((ROOT / "docs").glob("*.md"))]
        examples = [match.encode() for page in pages for match in fences.findall(page)]
        return [(ROOT / ".newslint.toml").read_bytes(), *examples]
    if target == "baseline":
        row = b'{"fingerprint": "a", "rule": "a/b", "path": "a.txt", "text": "b", "reason": "", "until": "2025-01-01"}'
        return [row + b"\n", row + b"\n" + row, b"[" * MAX_INPUT_BYTES]
    if target == "records":
        return record_seeds()
    suffixes = SUFFIXES if target == "articles" else FIXABLE_SUFFIXES
    fences = re.compile(r"```(?:bad|good|text)[^\n]*\n(.*?)```", re.DOTALL)
    cases = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "tests" / "cases").rglob("*.md"))]
    texts = [match.encode()[:MAX_INPUT_BYTES] for page in cases for match in fences.findall(page)][::5]
    texts += [SEPARATOR.join(texts[at : at + 2]) for at in range(0, 40, 2)]
    return [bytes([number % len(suffixes)]) + text for number, text in enumerate(texts)]


def record_seeds() -> list[bytes]:
    """Return inputs of each kind of file that the target of records reads."""
    rows_of_text = pa.table({"text": ["A bridge.", "A bridge."], "date": ["2025-05-23"] * 2})
    tables = []
    for options in ({}, {"use_dictionary": False}, {"use_dictionary": False, "column_encoding": "DELTA_BYTE_ARRAY"}):
        tables.append(BytesIO())
        pq.write_table(rows_of_text, tables[-1], row_group_size=1, **options)
    response = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>A bridge.</p>"
    record = b"WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http; msgtype=response\r\n"
    record += b"Content-Length: %d\r\n\r\n%b\r\n\r\n" % (len(response), response)
    rows = b'{"text": "A bridge.", "date": "2025-05-23"}\n{"text": "\\ud800"}\nnull\n\n \r\n{"id": 99}'
    manifest = b'{"unit": "a", "input_digest": "b", "records": 1, "files": ["c"], "groups": {"d": [1, 2]}}'
    contents = {
        "corpus": (rows, *(table.getvalue() for table in tables)),
        "archive": (record * 2,),
        "body": (response,),
    }
    kinds = {"corpus": len(CORPUS_KINDS), "archive": 2 * len(WARC_KINDS), "body": 2 * len(ENCODINGS)}
    return [
        bytes([number * len(CHECKS) + place]) + content
        for place, name in enumerate(CHECKS)
        for content in contents.get(name, (manifest,))
        for number in range(kinds.get(name, 1))
    ]


def dictionary() -> str:
    """Return words for the fuzzer to insert, in libFuzzer's notation: markup, and some words of each lexicon."""
    lexicons = [rule.lexicon() for rule in LINTER.enabled_rules]
    words = {word.rstrip("*") for lexicon in lexicons for listed in lexicon.values() for word in listed[:4]}
    lines = ["".join(f"\\x{byte:02x}" for byte in word.encode()) for word in (*MARKUP, *sorted(words)) if word]
    return "".join(f'"{line}"\n' for line in lines)
