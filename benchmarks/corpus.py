"""Generates news articles from sentences in this file; the same for the same seed: `corpus.py FOLDER COUNT [SEED]`.

Names, numbers and quotations vary; a third of the articles has typographic quotation marks; sizes are 1.5 to 9 KB.
Faults are about as frequent as in real copy: most paragraphs have none.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

PLACES = (
    "Ostrand Velmark Harrowgate Quillmere Dunmoor Castelra Norvik Tarrowby Elmsworth Port-Sarno Bellhaven Kirova"
).split()
BODIES = (
    "the harbour authority|the city council|the ministry of transport|the teachers' union|the regional court|"
    "the water company|the election commission|the port workers' union|the national bank|the coast guard"
).split("|")
TITLES = "Mayor|Minister|Judge|Dr.|Gen.|Sen.|Chief Inspector|Professor|Ambassador|Commissioner".split("|")
SURNAMES = (
    "Marlow Tessen Okafor Lindqvist Baptiste Farrow Iwata Kessler Norwood Salcedo Petrov Adeyemi Calloway".split()
)
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = "January February March April May June July August September October November December".split()
VERBS = "said confirmed announced insisted added argued warned explained noted".split()
THINGS = (
    "the new bridge|a budget for schools|the ferry timetable|a plan for the old mill|the price of water|the flood wall|"
    "a contract with the railway|the reform of the courts|the closing of two clinics|the search for a new director"
).split("|")

# A sentence without a fault is a lead, a core and a tail; an article uses every core once before it repeats one.
# Figures, months, quotation marks and people are about as frequent as in news copy: 16, 3, 23 and 11 in 5,000
# characters.
LEADS = (
    *[""] * 24,
    *(
        "On {day}, |After a long debate, |At a meeting in {place}, |Despite the rain, |"
        "To the surprise of the hall, |Before the vote, |In the presence of {title} {name}, |As so often before, |"
        "In {month}, |With {small} votes to spare, |"
        "For the first time since {year}, "
    ).split("|"),
)
TAILS = (
    *[""] * 20,
    *(
        ", {title} {name} {verb}|, {name} {verb} on {day}|, according to {body}|, which nobody in {place} had expected|"
        ", as the law asks| while the town of {place} waits|, although the contract is about to end|"
        ", a spokeswoman for {body} {verb}|, as the officials of {place} had promised|, and so it remained|"
        ", as it has every {month} since {year}|, down from {tens} a year before"
    ).split("|"),
)
CORES = (
    "{body} voted to go ahead with {thing}|{thing} will cost ${small}.{digit} million|no jobs would be lost|"
    "about {hundreds} people came to the hall|{place} lies {small} miles ({km} kilometres) from the coast|"
    "{body} rejected a similar proposal|work is to begin in {month} and to end before the school year|"
    "a shortage of steel has delayed {thing}|drivers should leave their cars at home|"
    "farmers on the plain lost a third of their wheat|nobody was hurt when a crane fell on the site|"
    "the two towns have shared a hospital for decades|a second reading is planned for {month} {date}|"
    "the councils divide the costs every spring|the wetlands to the north are to stay as they are|"
    "a court in {place} will hear the case|{tens} percent of the voters had asked for {thing}|"
    "the price of bread rose by {digit} cents|the search for {name} was called off|"
    "the old mill burned down in {year}|the bridge carries {thousands} vehicles a year|"
    "{body} published the minutes of its talks|the mayors of {place} and {place} signed the treaty|"
    "the museum showed paintings from its cellar that had not been seen in a generation|"
    "the harvest was brought in before the first frost|the river has gone back to its bed|"
    "the team from {place} won its {small}th match|the orchestra played to a full house|"
    "a storm tore the roof from several barns along the road to {place}|the station kept its old clock|"
    "{title} {name} left the room before the end and would not take questions|"
    "teachers and parents had written letters to {body} for most of the winter|"
    "the engineers who drew the plan have since left the company|the road will be closed to lorries|"
    "residents of {place} carried their furniture to the upper floors|the shops on the square opened again|"
    "the judge asked both sides to come back with a shorter list of witnesses|the ferry runs again|"
    "a lawyer for the family handed the papers to the clerk and left without a word|"
    "the workers went back to their places after a night of talks|the nurses were given new rooms|"
    "{name}, who has led {body} since the merger, did not stand again|the library lends tools as well as books|"
    "students of the music school in {place} repaired the organ in their holidays|"
    "what is left of the money goes to the fund for {thing}|the fishermen sold their boats one after another|"
    "the neighbours had complained of the noise for as long as anybody can remember|"
    "the company that runs the harbour has changed hands twice and its name as often|"
    "supporters of {thing} stood in front of the hall with candles|the bakers got up earlier than usual|"
    "whoever wants to speak has to put his name on a list at the door|the talks were held behind closed doors"
).split("|")
QUOTED = (
    "We have waited for years, and we will not wait another one|It is a good day for {place}|"
    "The next step is to find the money|There is nothing in the papers that we did not know before|"
    "I would vote the same way again|Nobody asked the people who live there|The figures speak for themselves|"
    "My mother taught in that school, and so did her mother"
).split("|")

FAULTY = (
    "A senior official said the vote on {thing} had been settled weeks ago.",
    "Officials said the road to {place} would stay closed.",
    "Critics have accused {body} of hiding the true cost of {thing}.",
    "{thing} is widely seen as a test for {body}.",
    "{place}, {small} miles (400 km) away, has had no such trouble.",
    "This Simple Trick Could Save You Thousands On Your Water Bill This Year",
    "Sign up for our newsletter to get the day's top stories in your inbox.",
    "Read the full article here",
    "You must be logged in to post a comment.",
    "A source said that {name} would resign.",
)


def sentence(draw: random.Random, cores: list[str]) -> str:
    """Return a sentence: one in sixteen has a fault, one in five is a quotation."""
    kind = draw.random()
    if kind < 1 / 16:
        template = draw.choice(FAULTY)
    elif kind < 0.25:
        template = f"“{draw.choice(QUOTED)},” {draw.choice(('{name} said', 'said {title} {name}', '{name} {verb}'))}."
    else:
        if len(cores) < 2:
            cores += draw.sample(CORES, len(CORES))
        core = f"{cores.pop()}, and {cores.pop()}" if draw.random() < 0.5 else cores.pop()
        template = f"{draw.choice(LEADS)}{core}{draw.choice(TAILS)}."
    miles = draw.randint(2, 19)
    made = template.format(
        body=draw.choice(BODIES),
        title=draw.choice(TITLES),
        name=draw.choice(SURNAMES),
        place=draw.choice(PLACES),
        thing=draw.choice(THINGS),
        verb=draw.choice(VERBS),
        day=draw.choice(DAYS),
        month=draw.choice(MONTHS),
        date=draw.randint(1, 28),
        year=draw.randint(1985, 2024),
        small=miles,
        km=round(miles * 1.609),
        tens=draw.randint(20, 90),
        digit=draw.randint(1, 9),
        hundreds=draw.randint(2, 90) * 100,
        thousands=f"{draw.randint(1, 900)},{draw.randint(0, 999):03d}",
    )
    return made[0].upper() + made[1:]


def article(draw: random.Random) -> str:
    """Return an article: a headline, sometimes a date, and paragraphs of one to three sentences."""
    size = draw.randint(1_500, 9_000)
    blocks = [f"{draw.choice(PLACES)} Votes On {draw.choice(THINGS).title()}"]
    if draw.random() < 0.5:
        blocks.append(f"Published {draw.choice(MONTHS)} {draw.randint(1, 28)}, {draw.randint(2015, 2025)}")
    cores: list[str] = []
    length = 0
    while length < size:
        blocks.append(" ".join(sentence(draw, cores) for _ in range(draw.randint(1, 3))))
        length += len(blocks[-1])
    text = "\n\n".join(blocks) + "\n"
    if draw.random() < 1 / 3:
        return text.replace("'", "’").replace(" - ", " – ")
    return text.replace("“", '"').replace("”", '"').replace("’", "'")


def make(folder: Path, count: int, seed: int = 1) -> int:
    """Write the articles and return their size in bytes."""
    draw = random.Random(seed)
    folder.mkdir(parents=True, exist_ok=True)
    size = 0
    for number in range(count):
        content = article(draw).encode("utf-8")
        (folder / f"{number:06d}.txt").write_bytes(content)
        size += len(content)
    return size


if __name__ == "__main__":
    where, count, *seed = sys.argv[1:]
    made = make(Path(where), int(count), *map(int, seed))
    sys.stdout.write(f"{count} articles, {made / 1e6:.1f} MB\n")
