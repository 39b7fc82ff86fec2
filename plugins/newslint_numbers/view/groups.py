"""Wholes that a skeleton divides by clauses: "410 of them girls and 260 of them boys", votes of the ballots cast."""

from newslint.api import Pattern, Rejection
from newslint_numbers.view.people import are_disjoint
from newslint_numbers.view.skeleton import AMOUNT, SIGNS, Skeleton
from newslint_numbers.view.wholes import FITS, MAY_LEAVE_OUT, NO_FORM, NOT_COUNTS, WrongSum

_ONE, _OTHER = f"(?P<one>{AMOUNT})", f"(?P<other>{AMOUNT})"
_OF_THEM = r"[ ]of[ ](?:them|whom)[ ](?:are[ ]|were[ ])?"
_NAMES = r"(?:[A-Z][\w.'-]*[ ]){1,3}"
_WON = r"(?:won|got|took|received|had|polled)[ ]"
OF_THEM = Pattern(
    rf"{AMOUNT}(?:[ ][^\s,;:()“”—–{SIGNS}]+){{1,4}},[ ]{_ONE}{_OF_THEM}(?P<noun>\w+),?[ ]and[ ]"
    rf"{_OTHER}(?:{_OF_THEM}|[ ])(?P<second>\w+)(?=[,.;]|$)",
    matches=(f"{AMOUNT} pupils, {AMOUNT} of them girls and {AMOUNT} of them boys.",),
    misses=(f"{AMOUNT} pupils, {AMOUNT} girls and {AMOUNT} boys.",),
)
BEFORE_BALLOTS = "of the "
VOTES_WON = Pattern(
    rf"{AMOUNT}[ ](?:ballots|votes)(?:[ ]cast)?(?:[ ]\w+){{0,3}},[ ]"
    rf"{_NAMES}{_WON}{_ONE}(?:[ ]votes)?[ ]and[ ]{_NAMES}(?:{_WON})?{_OTHER}",
    case_sensitive=True,
    matches=(f"{AMOUNT} ballots cast, Ann Lund won {AMOUNT} and Berg {AMOUNT}",),
    misses=(f"{AMOUNT} ballots cast, Lund won {AMOUNT}", f"{AMOUNT} ballots cast, she won {AMOUNT} and Berg {AMOUNT}"),
)
VOTES_AGAINST = Pattern(
    rf"{_ONE}[ ]of[ ]the[ ]{AMOUNT}[ ](?:ballots|votes)[ ]cast,?[ ](?:against|to)[ ]{_OTHER}[ ]for[ ][A-Z]",
    case_sensitive=True,
    matches=(f"{AMOUNT} of the {AMOUNT} votes cast, against {AMOUNT} for Berg",),
    misses=(f"{AMOUNT} of the {AMOUNT} votes cast, against {AMOUNT} in May",),
)
VALID_AND_INVALID = Pattern(
    rf"{AMOUNT}[^;:{AMOUNT}]{{0,80}}?(?P<valid>{AMOUNT})[ ]valid\b[^;:{AMOUNT}]{{0,40}}?"
    rf"(?P<invalid>{AMOUNT})[ ](?:invalid|rejected|void|spoil)",
    matches=(f"{AMOUNT} ballots, with {AMOUNT} valid votes and {AMOUNT} rejected",),
    misses=(f"{AMOUNT} ballots, {AMOUNT} rejected and {AMOUNT} valid",),
)


def divided(skeleton: Skeleton, at: int) -> WrongSum | Rejection:
    """Return what is wrong in "N pupils, A of them girls and B of them boys", and in votes of the N ballots cast."""
    text, whole = skeleton.text, skeleton.figures[at]
    match = OF_THEM.match(text, at)
    if match:
        nouns = {_singular(match["noun"]), _singular(match["second"])}
        if not are_disjoint(nouns):
            return MAY_LEAVE_OUT
    else:
        start = at - len(BEFORE_BALLOTS)
        if text[max(0, start) : at].lower() != BEFORE_BALLOTS:
            return NO_FORM
        match = VOTES_WON.match(text, at) or VOTES_AGAINST.match(text, max(0, start - 2))
        if match is None:
            return NO_FORM
    parts = [skeleton.figures[match.start(group)] for group in ("one", "other")]
    total = sum(part.low for part in parts)
    if any(figure.kind != "count" for figure in (whole, *parts)):
        return NOT_COUNTS
    return FITS if total <= whole.high else WrongSum(whole, total, match.end())


def _singular(noun: str) -> str:
    return noun.lower().replace("men", "man").removesuffix("s")


def valid_and_invalid(skeleton: Skeleton, at: int) -> WrongSum | Rejection:
    """Return what is wrong in "N ballots, A valid and B rejected"."""
    match = VALID_AND_INVALID.match(skeleton.text, at)
    if match is None:
        return NO_FORM
    whole, parts = skeleton.figures[at], [skeleton.figures[match.start(group)] for group in ("valid", "invalid")]
    total = sum(part.low for part in parts)
    if any(figure.kind != "count" for figure in (whole, *parts)):
        return NOT_COUNTS
    return FITS if total <= whole.high else WrongSum(whole, total, match.end())
