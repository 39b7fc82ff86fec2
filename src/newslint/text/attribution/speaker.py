"""A speaker: who makes a statement without a name, and the cue of the attribution."""

from newslint.model import Mention
from newslint.named_tuple import NamedTuple


class Speaker(NamedTuple):
    """A person or group that makes a statement and has no name."""

    start: int  # of the noun phrase: "two senior officials familiar with the talks"
    end: int
    head_start: int
    head: str  # the head noun in lower case: "officials"
    kind: str  # of the noun: person, people or some
    attribution_type: str  # "before" or "after" the cue, or introduced: "to" by a prepositional cue, "by" by a passive
    cue: Mention


Noun = tuple[int, int, str, str]  # start, end, the noun in lower case, its kind
