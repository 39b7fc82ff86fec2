"""Makes a corpus of news articles from our own sentences, the same for the same seed: `corpus.py FOLDER COUNT [SEED]`.

Names, numbers and quotations vary; a third of the articles has typographic marks; sizes run from 1.5 to 9 KB. Faults
are about as frequent as in real copy: most paragraphs are clean.
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

# A clean sentence is a lead, a core and a tail; an article uses a core once before it uses one again.
LEADS = (
    "|||||On {day}, |In {month}, |After a debate of {small} hours, |For the first time since {year}, |"
    "At a meeting in {place}, |Despite the rain, |In a letter of {month} {date}, |To the surprise of many, |"
    "As in {year}, |Before the vote, |In the presence of {title} {name}, |With {small} votes to spare, "
).split("|")
TAILS = (
    "||||, {title} {name} {verb}|, according to {body}|, a report of {month} {year} shows|"
    " and would do so again in {month}|"
    ", which nobody in {place} had expected|, as the law asks| while the town of {place} waits|, {name} said on {day}|"
    ", although the contract ends in {year}|, down from {tens} a year before|, as it has every {month} since {year}"
).split("|")
CORES = (
    "{body} voted to go ahead with {thing}|{thing} will cost ${small}.{digit} million|"
    "engineers measured the ground at {small} places|"
    "about {hundreds} people came to the hall|{place} lies {small} miles ({km} kilometres) from the coast|"
    "{body} rejected a similar proposal|work is to begin in {month} and to end before the school year|"
    "the contract names a fine of ${thousands} a day|no jobs would be lost|drivers should leave their cars at home|"
    "a shortage of steel has delayed {thing}|the company paid {thousands} dollars to a supplier in {place}|"
    "farmers on the plain lost a third of their wheat|nobody was hurt when a crane fell on the site|"
    "the two towns have shared a hospital for decades|a second reading is planned for {month} {date}|"
    "trains to {place} ran {tens} minutes late on average|the councils divide the costs every spring|"
    "the wetlands to the north are to stay as they are|{tens} percent of the voters had asked for {thing}|"
    "a court in {place} will hear the case|the ferry made {tens} crossings a week|"
    "the price of bread rose by {digit} cents|"
    "the old mill burned down in {year}|{hundreds} households were without power|the search for {name} was called off|"
    "the bridge carries {thousands} vehicles a year|a reserve of ${small} million was set aside|"
    "{body} published the minutes of its talks|the school in {place} opened {small} new rooms|"
    "the mayors of {place} and {place} signed the treaty|the museum showed {tens} paintings from its cellar|"
    "the harvest was brought in by {small} cooperatives|the river rose to {small} feet|"
    "the team from {place} won its {small}th match|"
    "the archive holds letters from {year}|patients waited {tens} days for an appointment|{body} hired {tens} clerks|"
    "the orchestra played to a full house|a storm tore the roof from {small} barns"
).split("|")
QUOTED = (
    "We have waited for years, and we will not wait another one|It is a good day for {place}|"
    "The next step is to find the money|"
    "I would vote the same way again|Nobody asked the people who live there|The figures speak for themselves"
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
    """One sentence: one in twenty with a fault, one in ten a quotation."""
    kind = draw.random()
    if kind < 0.05:
        template = draw.choice(FAULTY)
    elif kind < 0.15:
        template = (
            f"“{draw.choice(QUOTED)},” {draw.choice(('{name} said', 'said {title} {name}'))}{draw.choice(TAILS[:4])}."
        )
    else:
        if not cores:
            cores += draw.sample(CORES, len(CORES))
        template = f"{draw.choice(LEADS)}{cores.pop()}{draw.choice(TAILS)}."
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
    """One article: a headline, sometimes a date, and paragraphs of one to three sentences."""
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
    """Write the articles and return how many bytes they have together."""
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
