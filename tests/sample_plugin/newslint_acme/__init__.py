"""A third party's plugin as small as one can be: a rule, a reader and a reporter on newslint.api alone."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from newslint.api import Article, Diagnostic, Finding, Lexicon, ReportContext, Rule, Span


class Jargon(Rule):
    """Finds words that only the desk understands.

    ```bad
    The splash needs a nib.
                       ^^^ "nib" is desk jargon; write it for readers.
    ```

    ```good
    The lead story needs a brief.
    ```
    """

    name = "acme/jargon"
    severity = "info"
    required_kinds = ("acme.jargon",)

    class Options(NamedTuple):
        """Which words.

        words: the words to find
        limit: how many findings an article may have
        """

        words: tuple[str, ...] = ("nib", "nibs")
        limit: int = 10

    def lexicon(self) -> Lexicon:
        return {"acme.jargon": self.options.words}

    def check(self, article: Article) -> Iterator[Finding]:
        for start, end, word in article.mentions("acme.jargon")[: self.options.limit]:
            yield Finding(Span(start, end), f'"{word}" is desk jargon; write it for readers.')


class WireReader:
    """Files of a wire: a header line, then the article."""

    suffixes = (".wire",)

    def read(self, path: str, text: str) -> Iterator[Article]:
        head, _, _ = text.partition("\n")
        yield Article(path, " " * len(head) + text[len(head) :], meta={"date": head})


class CountReporter:
    """How many there are."""

    name = "acme-count"

    def report(self, diagnostics: Iterable[Diagnostic], report: ReportContext) -> Iterator[str]:
        yield f"{sum(1 for _ in diagnostics)} in all\n"


def newslint_rules() -> list[type[Rule]]:
    return [Jargon]


def newslint_readers() -> list[type[WireReader]]:
    return [WireReader]


def newslint_reporters() -> list[type[CountReporter]]:
    return [CountReporter]
