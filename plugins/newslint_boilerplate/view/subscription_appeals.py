"""The passages in which a publisher asks its readers to subscribe, to sign up, to give, wherever they stand."""

from __future__ import annotations

from newslint.api import Article, Pattern, Span, merge_into_blocks, reader_directed_sentences

# What readers are asked to take: a sentence that begins "Sign up" without one of these may be advice to citizens.
GOODS = Pattern(
    r"""\b (?: newsletters? | inbox | briefing | alerts? | updates | e-?mails? | journalism | journalists | reporting
    | newsroom | our | subscri(?:ption|ber)s? | members? | membership | podcasts? | youtube | channel | stories
    | headlines | digital\ access | unlimited | app | premium | donations? | gifts? | contributions? ) \b"""
)
BARE = 4  # words up to which a sentence is no more than its order: "Subscribe now!"
DELIVERED = Pattern(r"\b (?: deliver | straight | direct | right\ (?:in|to) | sen[dt] | get | meet )")


def pleas(article: Article) -> list[Span]:
    """The lines that plead for the greater part, and of other lines the sentences that do."""
    if not article.mentions("boilerplate.plea") and not article.mentions("boilerplate.inbox"):
        return []
    text = article.text
    marked = [
        sentence
        for at, sentence in reader_directed_sentences(article, "boilerplate.plea", opens=True)
        if GOODS.search(text, at[1], sentence.end) or len(article[sentence].split()) <= BARE
    ]
    marked += [
        sentence
        for at, sentence in reader_directed_sentences(article, "boilerplate.inbox")
        if DELIVERED.search(text, sentence.start, at[0])
    ]
    return sorted(merge_into_blocks(article, marked))
