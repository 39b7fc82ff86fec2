"""Sentences of generated articles: shapes with slots, which are filled with words by frequency, names and figures.

The shapes are this project's own. How often each is drawn decides how many figures, dates, quotations and people an
article has; `realism.py` compares these with real articles.
"""

from __future__ import annotations

import random

from vocabulary import (
    COUNTRIES,
    DAYS,
    FIRST_NAMES,
    MONTHS,
    PLACES,
    SURNAMES,
    TITLES,
    Vocabulary,
    gerund,
    participle,
    past,
    plural,
    rare,
    third_person,
)

SLOTS = {
    "np": "the {n}|the {n}|the {adj} {n}|a {n}|a {adj} {n}|the {ns}|{adj} {ns}|its {n}|the {n} of the {n}|"
    "their {adj} {ns}|the {place} {n}|{ns} and {ns}|the {n}'s {n}|the {adj} {n} in {place}|this {n}|"
    "the {ns} of {country}",
    "who": "{title} {last}|{title} {name}|{name}|{last}|{last}|he|the {Noun} {Body}|{name} of the {org}|police|"
    "{name}, a {n} in {place},|{name}, {age},|{org}",
    "org": "the {place} {Noun} {Body}|the {Body} of {Noun}|{place} {Body}|the {country} {Body}|{Caps}|{place} {Noun}",
    "Body": "Council|Agency|Department|Court|Bank|Union|University|Association|Company|Group|Institute|Police|Party|"
    "Center",
    "Caps": "NRA|ECB|WTA|GOB|PLN|UFC|TRC|MSA|KLF|BDO",
    "pp": "in {place}, {country}|in {country}|on {day}|in the {Noun} {Body}|in {year}|with {np}|for {np}|from {np}|"
    "under {np}|by {np}|after {np}|at the {n}|through {np}|against {np}|near {place}|over {np}|since {year}|to {np}|"
    "of {np}",
    "said": "said|said|said|said|said|told reporters|added|wrote|noted|argued|explained|told {Caps}|says",
    "money": "${small} million|${small}.{digit} billion|${thousands}|${hundreds}|${small}|£{small}m",
    "share": "{tens} percent|{digit}.{digit} percent|{tens}%|{digit}.{digit}%|{tens} per cent",
    "count": "{small} {ns}|{tens} {ns}|{hundreds} {ns}|{thousands} {ns}|{word} {ns}|more than {hundreds} {ns}|"
    "{tens} people|{word} {adj} {ns}|about {tens} {ns}",
    "word": "two|three|four|five|six|seven|ten|a dozen",
    "date": "{month} {dayno}|{month} {dayno}, {year}|{dayno} {month} {year}|{month} {year}|{day}, {month} {dayno}",
    "when": "on {day}|in {year}|in {month}|on {date}|last {period}|this {period}|on {date}|with {np}|for {np}|"
    "in {place}|after {np}|{digit} {period}s ago|late on {day}|over the {period}|by {count}|at {np}|among {count}|"
    "for {count}|in the first {n}",
    "period": "week|month|year|summer|decade",
    "toll": "killed {word} people|left {small} people dead|injured {small} others|wounded {word} officers|"
    "{tens} people died|shot {who} in the {n}|arrested the suspect|was charged with the murder of {name}|"
    "opened fire at the {n}",
}
STATEMENTS = (
    "{np} {vd} {np}|{np} {vd} {np} {pp}|{np} {vd} {pp}|{who} {vd} {np} {pp}|{who} {vd} that {np} {vd} {np}|"
    "{np} was {vn} {pp}|{np} has {vn} {np}|{np} will {v} {np} {pp}|{who} {vd} to {v} {np} {pp}|"
    "{np} is {adj}, and {np} {vd} {np}|{np}, which {vd} {np}, {vz} {np}|while {np} {vd}, {np} {adv} {vd} {np}|"
    "{who} is {ving} {np} {pp}|there is {adj} {n} {pp}|if {np} {vz} {np}, {who} can {v} {pp}|"
    "{np} had been {vn} by {np}|{who} {adv} {vd} {np} and {vd} {np}|it {vd} {np} {pp}|"
    "{np} {vz} {np} because {np} {vd} {pp}|{ving} {np} is {adj} for {np}|{np} and {np} {vd} {np} {pp}|"
    "{who} wants to {v} {np}|{who} said {np} would {v} {np} {pp}|according to {np}, {np} {vd} {np}|"
    "{np} could not {v} {np} {pp}|{np} {vd} {np} {when}|{pp}, {np} {vd} {np} that {vd} {np}|"
    "{np} ({Caps}) {vd} {np} {pp}|{org} {vd} {np} with {org} {when}|{who} {vd} {name} {when}"
).split("|")
FIGURES = (
    "{np} {vd} {count} {pp}|{share} of {ns} {vd} {np}|{np} rose {share} {when}, to {money}|"
    "{who} {vd} {count} and {count}|{np} cost {money} {when}|"
    "{count} were {vn} {when}, compared with {small} in {year}|between {year} and {year}, {np} {vd}|"
    "{np} {vd} from {small} to {tens} {pp}|{org} {vd} {count} {when}|{who}, {age}, {vd} {np} {when}|"
    "about {share} {vd} {np}|{np} {toll} {when}|{toll} {pp} {when}|"
    "at least {small} {ns} were {vn} {pp}, and {np} {toll}|the {n} of {date} {vd} {np}|"
    "{np} (up {share}) {vd} {money} {pp}|{small} of the {tens} {ns} {vd} {np}|"
    "{np} {vd} for {digit} years and {small} months|police {vd} {who} at {digit}:{clock} p.m. {when}|"
    "{np} {vd} {small}-{digit} {when}|a {small}-year-old {n} {vd} {np}"
).split("|")
QUOTED = (
    "we {v} {np}, and {np} {vz} {np}|this is a {adj} {n} for {np}|I {vd} {np} {pp}|you can't {v} {np} {pp}|"
    "it's about {ving} {np}|we want to {v} {np}|I don't think {np} should {v} {np}|{np} will {v} {np}|"
    "they're {ving} {np}|our {n} is to {v} {np} {pp}|we've {vn} {np} for {digit} years|"
    "if {np} {vz}, we are {ving} {np}|there's no {n} {pp}"
).split("|")
FAULTS = (
    "officials said {np} would {v} {np}|critics {vd} {np} {pp}|a source close to {np} said {np} {vd}|"
    "it is widely seen as {np}|experts believe {np} {vz} {np}|many say {np} {vz} {np}|"
    "a senior official, who asked not to be named, {vd} {np}|some residents {vd} {np}|"
    "the gunman shot {who} near the school|police said {who} was wounded in the attack|"
    "a spokesman for {org} {vd} to comment|reports suggest {np} {vd} {np}|a report {vd} {np} {when}|"
    "the officers were told that the suspect {vd} {np}|investigators said they had information {pp}"
).split("|")


class Writer:
    """Fills the slots of a shape; `str.format_map` asks it for each of them."""

    def __init__(self, draw: random.Random) -> None:
        self._draw = draw

    def __getitem__(self, slot: str) -> str:
        if slot in _SHAPES:
            return self.fill(self._draw.choice(_SHAPES[slot]))
        return _WORDS[slot](self._draw)

    def fill(self, shape: str) -> str:
        """Return the shape with words in its slots."""
        return shape.format_map(self)

    def sentence(self, shapes: list[str]) -> str:
        """Return a sentence of one of the shapes; a part of them continues, or begins with something else."""
        draw = self._draw
        text = self.fill(draw.choice(shapes))
        if draw.random() < 0.55:
            text += self.fill(draw.choice(_CONNECTORS)) + self.fill(draw.choice(STATEMENTS))
        kind = draw.random()
        if kind < 0.4:
            text += self.fill(draw.choice(_TAILS))
        elif kind < 0.55:
            text = self.fill(draw.choice(_LEADS)) + text
        return _capitalize(text) + "."

    def quotation(self) -> str:
        """Return a sentence that quotes somebody."""
        draw = self._draw
        words = self.fill(draw.choice(QUOTED))
        if draw.random() < 0.6:
            words += draw.choice((", and ", ", but ", " because ", ". ")) + self.fill(draw.choice(QUOTED))
        words = _capitalize(words)
        kind = draw.random()
        if kind < 0.45:
            text = self.fill(f"“{words},” " + draw.choice(("{who} {said}", "said {name}", "{last} {said} {when}")))
        elif kind < 0.65:
            text = self.fill("{who} said, ") + f"“{words}"
        elif kind < 0.85:
            text = self.fill("{np} {vd} the “{adj} {n}” {pp}")
        else:
            text = f"“{words}. " + _capitalize(self.fill(draw.choice(QUOTED)))
        text = _capitalize(text)
        return text + ".”" if text.count("“") > text.count("”") else text + "."


def _capitalize(text: str) -> str:
    return text[:1].upper() + text[1:]


_TAILS = (
    ", {who} said|, {last} said|, {org} said {when}|, {ving} {np}|, said {name}, {title} of {place}| {pp} {when}|"
    ", but {np} {vd} {np}|, which {vd} {np} {pp}|, according to {org}|, as {np} {vd} {np}|; {np} {vd} {np}|"
    " – {np} – {pp}| ({np})|, {adv}"
).split("|")
_CONNECTORS = (
    ", and |, but | and |, while | because | as |; |, which means that | before | after | so that |, although "
).split("|")
_LEADS = (
    "{when}, |but |{adv}, |in {place}, |for {np}, |and |after {ving} {np}, |in {year}, |meanwhile, |to {v} {np}, "
).split("|")
_SHAPES = {slot: shapes.split("|") for slot, shapes in SLOTS.items()}
_WORD = Vocabulary().word
_WORDS = {
    "n": lambda draw: _WORD(draw, "noun"),
    "ns": lambda draw: plural(_WORD(draw, "noun")),
    "Noun": lambda draw: _WORD(draw, "noun").title(),
    "adj": lambda draw: _WORD(draw, "adjective"),
    "adv": lambda draw: _WORD(draw, "adverb"),
    "v": lambda draw: _WORD(draw, "verb"),
    "vd": lambda draw: past(_WORD(draw, "verb")),
    "vn": lambda draw: participle(_WORD(draw, "verb")),
    "vz": lambda draw: third_person(_WORD(draw, "verb")),
    "ving": lambda draw: gerund(_WORD(draw, "verb")),
    "name": lambda draw: f"{draw.choice(FIRST_NAMES)} {rare(draw, SURNAMES)}",
    "last": lambda draw: rare(draw, SURNAMES),
    "place": lambda draw: rare(draw, PLACES),
    "country": lambda draw: draw.choice(COUNTRIES),
    "title": lambda draw: draw.choice(TITLES),
    "day": lambda draw: draw.choice(DAYS),
    "month": lambda draw: draw.choice(MONTHS),
    "dayno": lambda draw: str(draw.randint(1, 28)),
    "year": lambda draw: str(draw.randint(1994, 2025)),
    "age": lambda draw: str(draw.randint(18, 80)),
    "small": lambda draw: str(draw.randint(2, 30)),
    "tens": lambda draw: str(draw.randint(20, 99)),
    "digit": lambda draw: str(draw.randint(2, 9)),
    "clock": lambda draw: f"{draw.randint(0, 59):02d}",
    "hundreds": lambda draw: str(draw.randint(2, 9) * 100),
    "thousands": lambda draw: f"{draw.randint(1, 900)},{draw.randint(0, 999):03d}",
}
