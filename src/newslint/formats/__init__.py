"""Article readers and reporters, one file each, offered by the same hooks as anybody's."""

from newslint.api import Reader, Reporter
from newslint.formats.read_jsonl import JsonLinesReader
from newslint.formats.read_markdown import MarkdownReader
from newslint.formats.read_text import TextReader
from newslint.formats.write_checkstyle import CheckstyleReporter
from newslint.formats.write_full import FullReporter
from newslint.formats.write_github import GithubReporter
from newslint.formats.write_gitlab import GitlabReporter
from newslint.formats.write_html import HtmlReporter
from newslint.formats.write_json import JsonLinesReporter, JsonReporter
from newslint.formats.write_junit import JunitReporter
from newslint.formats.write_rdjsonl import RdjsonlReporter
from newslint.formats.write_sarif import SarifReporter
from newslint.formats.write_text import TextReporter


def newslint_readers() -> list[type[Reader]]:
    """The readers that ship."""
    return [TextReader, MarkdownReader, JsonLinesReader]


def newslint_reporters() -> list[type[Reporter]]:
    """The formats that ship."""
    return [
        TextReporter,
        FullReporter,
        JsonReporter,
        JsonLinesReporter,
        SarifReporter,
        GithubReporter,
        GitlabReporter,
        RdjsonlReporter,
        JunitReporter,
        CheckstyleReporter,
        HtmlReporter,
    ]
