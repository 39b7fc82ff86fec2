"""The words of reports on deaths and injuries: outcomes, other events, attackers, causes."""

from __future__ import annotations

CASUALTY_WORDS = (
    *("killed", "killing", "kills", "dead", "died", "deaths", "slain", "murdered", "fatally"),
    *("wounded", "wounding", "wounds", "injured", "injuring", "injures", "hurt", "hurting", "hospitalized"),
    *("shot", "shooting"),
)
# One of them is in each headline that counts casualties.
OUTCOME_STEMS = (
    "kill dead die death injur wound hurt shot arrest detain releas slain murder swap exchang free fatal"
).split()
# Nouns that say nothing about who was counted; "" where there is no noun.
GENERAL_NOUNS = frozenset(("", "person", "other", "victim", "more", "casualty"))
SEVERAL_EVENTS = "shootings attacks crashes fires bombings incidents storms killings".split()
# In the sentence of a count that is of another event, or of many: "so far", "this year", "another attack".
OTHER_EVENT_PHRASES = ("so far", "since", "nationwide", "annual")
OTHER_EVENT_IN_REPORT = (*"massacre violent bloody across total previous separate".split(), *SEVERAL_EVENTS)
PERIOD_DETERMINERS = "this previous each every past".split()
PERIOD_NOUNS = "year month week decade".split()
EVENT_NOUNS = "shooting attack incident".split()
# In a headline about several events, or a period of time.
ROUND_UP_WORDS = (*SEVERAL_EVENTS, *"weekend night overnight hours days".split())
INJURY_DEGREES = "seriously critically slightly severely badly lightly gravely".split()
# In a headline, what happened to a victim without a number: "Cook Dead, 3 Shot".
DEATH_WORDS = frozenset("dead dies died killed slain".split())
ATTACKERS = (
    "gunman gunmen shooter shooters attacker attackers suspect suspects bomber bombers assailant assailants himself "
    "herself themselves perpetrator perpetrators"
).split()
# What kills, and is counted before its verb: "two strikes killed".
CAUSES_OF_DEATH = frozenset(
    "strike airstrike drone attack blast explosion bomb bomber bullet shell rocket missile car truck bus gunman gunmen "
    "attacker shooting fire crash accident storm tornado day week month year hour time".split()
)
