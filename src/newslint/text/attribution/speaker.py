"""A speaker: who makes a statement without a name, and the cue of the attribution."""

from typing import Any

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


def pack_speaker(speaker: Speaker) -> tuple[Any, ...]:
    """Return a speaker with all offsets but the first two relative to the start, as `span_list` asks for."""
    start, end, head_start, head, kind, attribution_type, (cue_start, cue_end, cue) = speaker
    return start, end, head_start - start, head, kind, attribution_type, cue_start - start, cue_end - start, cue


def unpack_speaker(packed: tuple[Any, ...]) -> Speaker:
    """Return the speaker of `pack_speaker`."""
    start, end, head_start, head, kind, attribution_type, cue_start, cue_end, cue = packed
    cue_mention = (start + cue_start, start + cue_end, cue)
    return Speaker(start, end, start + head_start, head, kind, attribution_type, cue_mention)


Noun = tuple[int, int, str, str]  # start, end, the noun in lower case, its kind
