"""What a rule tells of its work, for `--why`: why a stage rejects a candidate, and the steps to a conclusion."""

from typing import Literal

from newslint.model import Span
from newslint.named_tuple import NamedTuple

NO_CANDIDATE = "no candidate"
"""The stage of a step about what is no candidate at all: a word that a rule reads, a figure in no form that it checks.
Editors leave these out where they show all rules."""


class Rejection:
    """Why a stage of a rule rejects a candidate. It is false: a stage returns it where it would return None.

    Make one for each condition when the module is imported. Returning it then costs what returning None costs, so a run
    that asks for no reason pays nothing.
    """

    __slots__ = ("reason", "stage")

    def __init__(self, reason: str, stage: str = "rule") -> None:
        self.reason = reason
        self.stage = stage  # a noun

    def __bool__(self) -> Literal[False]:
        return False

    def __repr__(self) -> str:
        return f"Rejection({self.reason!r})"


class TraceStep(NamedTuple):
    """What one stage of a rule concluded about one candidate."""

    span: Span  # the candidate, in the canonical text
    stage: str  # a noun: "speaker", "layout"
    conclusion: str  # what follows, in words that an editor understands
