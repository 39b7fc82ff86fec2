"""sources/agentless-attribution: "reportedly", "media reports say", "is seen as", without the one who says so."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.api import Article, Finding, Lexicon, Mention, Rejection, Rule, Span, in_quotation, sentence_at
from newslint_sources.data.faceless_words import FACELESS, KIND_OF_PHRASE, RECORDS
from newslint_sources.data.standards import PROFILES
from newslint_sources.view.faceless_phrases import faceless_phrase
from newslint_sources.view.headlines_and_tweets import IN_HEADLINE, IN_TWEET, is_in_headline, is_in_tweet
from newslint_sources.view.nearby_sources import has_source_nearby

# What the agent does, and what to do about it, by the kind of the phrase.
MISSING_AGENT = {
    "adverb": "reports it; name the source",
    "report": "reports it; name the source",
    "belief": "says so; say who",
    "hearsay": "says so; say who",
    "impersonal": "says so; say who",
    "opinion": "thinks so; say who",
}

ONCE_PER_SENTENCE = Rejection("the sentence has a finding already")
IN_QUOTATION = Rejection("it stands in a quotation, so somebody says it")
SOURCE_NEARBY = Rejection("its sentence, or one beside it, names the outlet, the document or the speaker", "source")


class AgentlessAttribution(Rule):
    """Finds reports and opinions without a source: "reportedly", "media reports say", "is seen as".

    The reader learns that someone says so, and not who. To NPR's Ethics Handbook ("Transparency", on
    describing anonymous sources) it is not enough to say that something is "reportedly" so.

    The rule does not report where the same sentence, the one before or the one after names the outlet, the document or
    the speaker. Nor does it report "allegedly" and "alleged to": they mark a charge that is not proven.

    ```bad
    The company reportedly refused the offer.
                ^^^^^^^^^^ "reportedly" leaves out who reports it; name the source, or leave it out.
    ```

    ```bad
    The deal is seen as a retreat.
                ^^^^^^^ "seen as" leaves out who thinks so; say who, or leave it out.
    ```

    ```bad
    According to media reports, the dam has a crack.
    ^^^^^^^^^^^^^^^^^^^^^^^^^^ "According to media reports" leaves out who reports it…
    ```

    ```good
    The company reportedly refused the offer. The refusal was first reported by the Evening Herald.
    ```

    ```good
    The driver allegedly fled.
    ```
    """

    name = "sources/agentless-attribution"
    severity = "info"
    profiles = PROFILES[name]
    required_kinds = ("sources.faceless",)

    def lexicon(self) -> Lexicon:
        """Return the words that leave out the agent, and those of documents that name one."""
        return {**FACELESS, **RECORDS}

    def judge(self, article: Article) -> Iterator[tuple[Span, Finding | Rejection]]:
        """Yield each report without an agent, with at most one finding per sentence."""
        reported_until = -1
        for mention in article.mentions("sources.faceless"):
            start, end, words = mention
            if start < reported_until:
                outcome: Span | Rejection = ONCE_PER_SENTENCE
            elif in_quotation(article, start):
                outcome = IN_QUOTATION
            else:
                outcome = _report_without_source(article, mention)
            if isinstance(outcome, Rejection):
                yield Span(start, end), outcome
                continue
            reported_until = sentence_at(article, start).end
            advice = MISSING_AGENT[KIND_OF_PHRASE[words]]
            yield outcome, Finding(outcome, f'"{article[outcome]}" leaves out who {advice}, or leave it out.')


def _report_without_source(article: Article, mention: Mention) -> Span | Rejection:
    phrase = faceless_phrase(article.text, mention)
    if not phrase:
        return phrase
    if is_in_headline(article, mention[0]):
        return IN_HEADLINE
    if is_in_tweet(article.text, mention[0]):
        return IN_TWEET
    return SOURCE_NEARBY if has_source_nearby(article, phrase, KIND_OF_PHRASE[mention[2]]) else phrase
