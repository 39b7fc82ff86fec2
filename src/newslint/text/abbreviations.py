"""Abbreviations: which end a sentence, by their class and by the words before and after them.

A title stands before a name and a month before a number; places, companies and streets may end a sentence: "in the U.S.
Prices grew". Where both readings are possible, the one that is more frequent in news decides.
"""

from __future__ import annotations

from newslint.text.dates.calendar import WEEKDAY_NUMBERS

# A full stop after one of these does not end a sentence: a name or a number follows.
NEVER_FINAL_ABBREVIATIONS = frozenset(
    (
        "mr mrs ms mx dr prof gen lt col maj sgt cpl capt cmdr adm brig rep reps sen sens gov govs pres rev fr "
        "hon vs mt supt insp det atty messrs amb fig approx est al eg ie e.g i.e cf"
    ).split()
)
MONTH_ABBREVIATIONS = frozenset("jan feb mar apr jun jul aug sept sep oct nov dec".split())
COMPANY_ABBREVIATIONS = frozenset("inc co corp ltd bros dept".split())
STREET_ABBREVIATIONS = frozenset("st ave blvd rd".split())
UNIT_ABBREVIATIONS = frozenset("ft hr sec".split())  # of measurement, after a number
NAME_SUFFIXES = frozenset("jr sr".split())
# Nothing but a number goes on after these.
COMPLETE_ABBREVIATIONS = MONTH_ABBREVIATIONS | UNIT_ABBREVIATIONS | {"etc"}
ABBREVIATIONS = (
    NEVER_FINAL_ABBREVIATIONS | COMPLETE_ABBREVIATIONS | COMPANY_ABBREVIATIONS | STREET_ABBREVIATIONS | NAME_SUFFIXES
)
SENTENCE_OPENERS = frozenset(
    (
        "The A An In On At He She It They We But And If As This That These Those There When While After Before For "
        "His Her Its Their Our I You Some Many Most However Meanwhile Since Earlier Asked According Also Both Not No "
        "One"
    ).split()
)
# Letters that stand after one of these are names of things, not of people: "Vitamin C.", "Plan B.".
WORDS_BEFORE_LETTER = frozenset(
    (
        "vitamin hepatitis influenza plan class group type section category exhibit appendix grade room gate terminal "
        "block table schedule part title series model route zone team company building tier phase war wing option"
    ).split()
)
# After "the U.S." one of these continues the name, though a word in lower case follows.
WORDS_AFTER_PLACE = frozenset(
    "senate house congress capitol supreme court courts embassy consulate department treasury treasuries navy army "
    "marine marines air coast military government attorney ambassador secretary president immigration customs border "
    "citizenship census postal mint open chamber securities centers food federal national district circuit justice "
    "state defense central special geological fish forest secret security council general assembly relief mission "
    "charter envoy steel bank dollar constitution agency commission bureau office director agent ministry parliament "
    "police mayor olympic soccer conference foundation fund forces".split()
)
# After a company one of these is a part of its name, or the title of the person who is named next.
WORDS_AFTER_COMPANY = frozenset(
    "chief chairman chairwoman president ceo cfo director vice executive managing senior founder co-founder treasurer "
    "spokesman spokeswoman spokesperson international holdings group ltd inc llc plc class".split()
)
WORDS_AFTER_TIME_OF_DAY = frozenset(WEEKDAY_NUMBERS) | frozenset(
    "eastern pacific central mountain est edt et pst pdt pt cst cdt ct mst mdt mt gmt utc bst cet jst ist aest local "
    "new christmas thanksgiving".split()
)
INITIALS_OF_PLACES = frozenset("u.s u.k u.n e.u l.a n.y n.j d.c".split())
ADJECTIVAL_INITIALS = frozenset("u.s u.k u.n e.u".split())  # also without "the": "in U.S. waters"
PREPOSITIONS_OF_PLACE = frozenset("in to from near across around outside".split())
DEGREES = frozenset("ph.d m.d m.b.a b.a m.a".split())
WORDS_AFTER_JUNIOR = frozenset(
    "day boulevard drive avenue street high elementary middle school library park way "
    "hospital hall building bridge stadium center".split()
)
COMPASS_POINTS = frozenset("n s e w ne nw se sw".split())
SAINTS = frozenset(
    "louis paul petersburg john john's johns mary mary's marys helens lucia vincent george james peter francis joseph "
    "thomas patrick patrick's catharines andrews michael joe clair martin kitts lawrence croix barts augustine cloud "
    "charles bernard tropez pancras anthony luke luke's mark mark's matthew jude pius denis lucie marie".split()
)


def is_final_abbreviation(text: str, start: int, word_start: int, word: str, following: int) -> bool:
    """Return whether a sentence ends with an abbreviation or a letter, by the words before and after it."""
    low = word.lower()
    if low in NEVER_FINAL_ABBREVIATIONS or (word_start <= start and low.strip(".")):
        return False
    first, second, *_ = *text[following : following + 40].partition("\n")[0].split(" ", 2), "", ""
    is_label = first.endswith(".")  # of another abbreviation: "Co. Inc.", "U.S. Rep."
    first = first.rstrip(",;:!?”)]").partition(".")[0]
    before = text[max(start, word_start - 20) : word_start - 1].rsplit(" ", 1)[-1]
    if low in ("a.m", "p.m") and before[-1:].isdigit():
        return (
            first[:1].isupper()
            and first.lower() not in WORDS_AFTER_TIME_OF_DAY
            and first.lower()[:3] not in MONTH_ABBREVIATIONS
            and second.lower().rstrip(".,") != "time"
        )
    if low in UNIT_ABBREVIATIONS and not before[-1:].isdigit():
        return False
    if first in SENTENCE_OPENERS:
        # People are called "An" or "You", but no person's name goes on with "The".
        return len(word) > 1 or before.lower() in WORDS_BEFORE_LETTER or (len(first) > 2 and first != "You")
    if is_label or text[following - 1] in "([" or not first[:1].isupper():
        return False
    if len(word) == 1:
        return before.lower() in WORDS_BEFORE_LETTER
    if low in COMPLETE_ABBREVIATIONS:
        return True
    known = first.lower().removesuffix("'s")
    if low in INITIALS_OF_PLACES - ADJECTIVAL_INITIALS and before[-1:] == ",":  # "in Washington, D.C. Ann Lee left"
        return known not in WORDS_AFTER_PLACE
    if not second[:1].islower():  # a name goes on: "U.S. Supreme Court", "Acme Inc. Chief Executive"
        return False
    if "." in word:
        if low in DEGREES:
            return before in ("a", "her", "his")
        # "in the U.S. Prices grew", but "the U.S. Senate voted"
        return _is_complete_place(low, before) and known not in WORDS_AFTER_PLACE
    if low in STREET_ABBREVIATIONS:
        return before[:1].isupper() and known not in SAINTS and known not in COMPASS_POINTS
    return known not in (WORDS_AFTER_COMPANY if low in COMPANY_ABBREVIATIONS else WORDS_AFTER_JUNIOR)


def _is_complete_place(low: str, before: str) -> bool:
    """Return whether initials and the word before them may end a phrase: "in the U.S.", "from L.A."."""
    if before == "the":
        return low.count(".") > 1 or low in INITIALS_OF_PLACES
    return low in INITIALS_OF_PLACES and low not in ADJECTIVAL_INITIALS and before in PREPOSITIONS_OF_PLACE
