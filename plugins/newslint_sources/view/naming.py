"""Whether the article names a source soon after it introduces the source without a name."""

from __future__ import annotations

import re
from bisect import bisect_left

from newslint.api import Article, Pattern, Span, Speaker, mask_abbreviations, sentence_at
from newslint_sources.data.words import EXPERT_TITLES, EXPERTS, OFFICE_TITLES, PARTISANS

NAME = r"(?:[A-Z][\w'·-]*\ ){1,3}[A-Z][a-z][\w'-]*"
SAYING_WORDS = ("said", "says", "told", "added", "wrote", "explained", "stated", "warned", "tells")
SAYING = rf"(?:{'|'.join(SAYING_WORDS)})\b"
# How a description after a name begins: "who heads", "deputy head", "UK economist", "the mayor's spokesman".
ROLE = r"(?:(?:[A-Z][\w-]*'s|U[KSN·]{1,3}|EU)\ )?[a-z]"
AFFILIATION = r"(?:of|at|from)\ (?:the\ )?[A-Z]"
# "Jane Doe, the deputy head of the office, said", "the mayor Jane Doe said", "said Jane Doe, who heads the office".
NAMED_SPEAKER = Pattern(
    rf"""\b(?:(?P<name>{NAME})(?:,\ (?P<role>{ROLE}[^“”\n]{{0,120}}?))?,?\ {SAYING}
    |{SAYING}\ (?P<name_after>{NAME})(?:,\ (?P<role_after>{ROLE}[^“”\n]{{0,60}})|\ (?P<affiliation>{AFFILIATION})))""",
    case_sensitive=True,
    method="search",
    matches=(
        "Maria Lind, the head of the board, said",
        "said Jan Novak, who runs the port",
        "the mayor Jan Novak said",
        "said Maria Lind, UK head of the board",
        "said Jan Novak of the Delta Bank",
    ),
    misses=("Maria Lind left", "the board, the mayor wrote", "said the mayor"),
)
TITLE_WORDS = 4  # read before a name: "[the former harbor chief] Jane Doe said"
PERFECT = Pattern(r"[^.,;“”\n]{0,60}\bha(?:s|ve)\b", matches=(" close to it has",), misses=(", who left, has",))
NAME_AT_START = Pattern(
    rf"{NAME}\ {SAYING}", case_sensitive=True, matches=("Maria Lind told",), misses=("The mayor said", "He told")
)
NAME_AFTER_NOUN = Pattern(
    r",?\s+[A-Z][a-z'-]+\s+(?:[A-Z]\.\s+)?[A-Z][a-z'-]+",
    case_sensitive=True,
    matches=(" Maria Lind", ", Maria K. Lind"),
    misses=(" Maria said", " who said"),
)
# A group whose members the article lists: "critics, including the mayor, Jane Doe".
LISTED_MEMBERS = Pattern(
    r"""[^.,“”\n]{0,50},\ (?:(?:including|among\ them|such\ as|like)\ (?:[^.,\n]{0,40}?[A-Z]|my|me\b)
    |(?:[A-Z]\S*|and|the)\ [^.,\n]{0,40}among\ them\b)""",
    case_sensitive=True,
    matches=(
        ", including the mayor Jan",
        ", including myself",
        " of the council, including Jan",
        " of the unions, Unite and the GMB among them",
    ),
    misses=(", including two aides", " said so, and Jan left"),
)
# In the next sentence: "They include Jane Doe".
LISTED_NEXT = Pattern(
    r"(?:they|these|those|among\ them|one\ of\ (?:them|the\ [^.,\n]{0,50}?))\ (?:include[sd]?|are|were|is|was)\ "
    r"[^.\n]{0,40}?(?-i:[A-Z])",
    matches=("They include the mayor, Jan", "Among them is Jan", "One of the loudest is the mayor, Jan"),
    misses=("They include two aides", "They left for Jan"),
)
# "Some" and "many" after one of these are its participants.
SURVEY = Pattern(
    r"\b(?:survey(?:s|ed)?|polled|questionnaires?|respondents|interviewees|participants)\b",
    method="search",
    matches=("the survey found", "of the farmers polled"),
    misses=("the study found", "the polls opened"),
)
# Two persons who speak together.
TWO_NAMES = Pattern(
    rf"\b{NAME}\ and\ {NAME},?\ {SAYING}",
    case_sensitive=True,
    method="search",
    matches=("Maria Lind and Jan Novak wrote",),
    misses=("Maria Lind and two aides wrote", "Lind and Novak wrote"),
)
LEDE_CHARS = 300  # in the lede an article may describe the person whom the next paragraph names
MAX_NAMING_DISTANCE_CHARS = 600
MAX_NAMING_DISTANCE_AFTER_LEDE_CHARS = 1200
SENTENCES_UNTIL_NAME = 2


def later_name(article: Article, speaker: Speaker, key: tuple[str, ...]) -> Span | None:
    """Return where an individual is named: by the same description, or as the speaker of the next sentences."""
    return _name_after_description(article, speaker, key) or _next_speaker(article, speaker)


def names_of_members(article: Article, speaker: Speaker) -> Span | None:
    """Return where the article names members of a group: beside it, or in the next sentence as its speakers."""
    text, end = article.text, sentence_at(article, speaker.start).end
    following = _next_start(article, end)
    listed = LISTED_MEMBERS.match(text, speaker.head_start + len(speaker.head)) or LISTED_NEXT.match(text, following)
    if listed:
        return Span(*listed.span())
    if text[following : following + 1] == "“" or "\n" not in text[end:following]:
        end = sentence_at(article, following).end
    start = max(
        speaker.end, speaker.cue[1]
    )  # not a name before the verb: "officials at the office of Mayor J. T. Hart said"
    end = min(end, start + MAX_NAMING_DISTANCE_CHARS)
    return _named_speaker(article, speaker, start, end) or _span(TWO_NAMES.search(text, start, end))


def are_respondents(article: Article, speaker: Speaker) -> bool:
    """Return whether "some" or "many" are participants of a survey that the same or the last sentence names."""
    start = sentence_at(article, speaker.start).start
    start = min(start, sentence_at(article, start - 2).start)
    return speaker.kind == "some" and SURVEY.search(article.text, start, speaker.start) is not None


def _name_after_description(article: Article, speaker: Speaker, key: tuple[str, ...]) -> Span | None:
    """Return the name after a later phrase with the same noun: "budget adviser Jane Doe"."""
    text, people = article.text, article.mentions("person")
    for number in range(bisect_left(people, (speaker.end,)), len(people)):
        start, end, noun = people[number]
        if start > speaker.end + MAX_NAMING_DISTANCE_CHARS:
            break
        if noun == speaker.head and (name := NAME_AFTER_NOUN.match(text, end)):
            word_before = text[max(0, start - 60) : start].lower().split()[-1]
            if word_before in key or word_before == "the":
                return Span(*name.span())
    return None


def _next_speaker(article: Article, speaker: Speaker) -> Span | None:
    """Return the named person with a fitting role who speaks in the next sentences."""
    text, start = article.text, sentence_at(article, speaker.start).end
    if speaker.start < LEDE_CHARS and PERFECT.match(text, speaker.end, speaker.cue[0]):
        # "A senior official has accused the firm": such a lede leaves the name to the text.
        following = _next_start(article, start)
        return _named_speaker(article, speaker, start, start + MAX_NAMING_DISTANCE_AFTER_LEDE_CHARS) or _span(
            NAME_AT_START.match(text, following)
        )
    end = start
    for _ in range(SENTENCES_UNTIL_NAME):
        end = max(end, sentence_at(article, _next_start(article, end)).end)
    return _named_speaker(article, speaker, start, min(end, start + MAX_NAMING_DISTANCE_CHARS))


def _named_speaker(article: Article, speaker: Speaker, start: int, end: int) -> Span | None:
    """Return the person who may be this speaker, is introduced by name in a window, and speaks."""
    window = mask_abbreviations(article.text, start, end) if start < end else ""
    match = NAMED_SPEAKER.search(window, 0, len(window)) if _has_saying(window) else None
    if not match:
        return None
    group = "name" if match["name"] else "name_after"
    span, name = Span(start + match.start(group), start + match.end(group)), match[group].split()
    if name[-1] in article.text[: speaker.start]:
        return None  # introduced before
    role = match["role"] or match["role_after"]
    if role and speaker.start < LEDE_CHARS:
        return span
    title = window[: match.start()].split()[-TITLE_WORDS:] + name[:-2]
    words = (role or " ".join(title)).lower().replace(",", " ").replace("'s", " ").split()
    if speaker.kind == "some" or speaker.head in PARTISANS:
        return span
    if speaker.head.removesuffix("s") + "s" in EXPERTS:
        is_expert = bool(match["role_after"] or match["affiliation"]) or not EXPERT_TITLES.isdisjoint(words)
        return span if is_expert else None
    return None if OFFICE_TITLES.isdisjoint(words) else span


def _has_saying(window: str) -> bool:
    return any(map(window.__contains__, SAYING_WORDS))


def _span(match: re.Match[str] | None) -> Span | None:
    return Span(*match.span()) if match else None


def _next_start(article: Article, end: int) -> int:
    """Return where the sentence begins that follows the one that ends at `end`."""
    text = article.text
    while end < len(text) and text[end].isspace():
        end += 1
    return end
