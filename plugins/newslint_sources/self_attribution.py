"""sources/self-attribution: an outlet that "has learned" something, from nobody."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from newslint.api import Article, Finding, Lexicon, Pattern, Rule, Span, in_quotation, sentence_at, speakers
from newslint_sources.data.words import LEXICON, SELF_ATTRIBUTION

# Who learned it: what an outlet is called. "The president has learned" is another matter.
OUTLET = Pattern(r"""(?:\b(?:this\ (?:newspaper|website|site|publication|reporter|outlet)|we
    |(?:the\ )?(?:[A-Z][\w.’'&-]*\ ){0,3}
    (?:News|Times|Post|Journal|Press|Guardian|Telegraph|Herald|Tribune|Globe|Mail|Mirror|Standard|Observer|Chronicle|Gazette
    |Star|Insider|Magazine|Today|Reuters|Bloomberg|Politico|POLITICO|Axios|CNN|NBC|ABC|CBS|BBC|AP|AFP|NPR|Fox|Sky|ITV|Newsweek)))
    \ (?:exclusively\ |now\ |also\ )?$""")
PAPER = Pattern(
    r"\s+(?:has\ (?:learne[dt]|learnt|been\ told|seen)|understands|was\ told|can\ (?:exclusively\ )?reveal)"
)


class SelfAttribution(Rule):
    """Finds news that an outlet credits to itself: "The Herald has learned", "this newspaper understands".

    It sounds like attribution and names no source at all. To NPR's Ethics Handbook ("Transparency", on
    describing anonymous sources) it is never enough to say that NPR "has learned" something.

    Where somebody speaks in the same sentence, the rules on that source answer for it.

    ```bad
    The Evening Herald has learned that two directors will go.
                       ^^^^^^^^^^^ "has learned" does not say from whom; tell how the story is known.
    ```

    ```good
    The ministry has learned that two directors will go, its spokesman Jan Novak said.
    ```
    """

    name = "sources/self-attribution"
    required_kinds = ("sources.self",)

    def lexicon(self) -> Lexicon:
        """What outlets say of themselves."""
        return {**LEXICON, **SELF_ATTRIBUTION}

    def check(self, article: Article) -> Iterator[Finding]:
        """One finding a sentence."""
        last = -1
        for start, end, word in article.mentions("sources.self"):
            if start < last or in_quotation(article, start):
                continue
            if word.startswith("this "):
                says = PAPER.match(article.text, end)
                at = Span(start, says.end()) if says else None
            else:
                at = Span(start, end) if OUTLET.search(article.text, start - 60, start) else None
            if not at:
                continue
            sentence, known = sentence_at(article, start), article.get(speakers)
            number = bisect_left(known, (sentence.start,))
            if number < len(known) and known[number].start < sentence.end:
                continue
            last = sentence.end
            yield Finding(at, f'"{article[at]}" does not say from whom; tell how the story is known.')
