"""Shares of one whole: the forms in which a skeleton gives them."""

from collections.abc import Sequence

from newslint.api import Pattern, Quantity, Rejection
from newslint_numbers.data.words import (
    CHANGE_NOUNS,
    CHANGE_STEMS,
    NO_ANSWER,
    OPPOSITE_ANSWERS,
    OPPOSITES,
    SEVERAL_ANSWERS,
)
from newslint_numbers.view.skeleton import SHARE, SIGNS, Skeleton

# One of three or more shares: "40 percent Democrats", "53 percent for A"; not "40 percent of the men".
ITEM = Pattern(
    rf"""{SHARE}[ ](?!(?:of|in|on|from|among|more|less|higher|lower|to|{"|".join(SEVERAL_ANSWERS)})\b)
        (?:(?!and\b)[^\s,;:()“”—–.{SIGNS}]+[ ]?){{1,6}}""",
    matches=(f"{SHARE} Democrats", f"{SHARE} for the mayor"),
    misses=(f"{SHARE} of the men", f"{SHARE}, ", f"{SHARE} named the prices"),
)
SEPARATOR = Pattern(r",?[ ]?(?P<last>and[ ])|,[ ]", matches=(", ", "and ", ", and "), misses=("or ", "; "))
OF_OTHERS = Pattern(
    r"[ ](?:of[ ](?!it\b|the[ ](?:total|votes?)\b|all\b)|among\b|in\b)",
    matches=(" of the men", " in Harl"),
    misses=(" were men", ", often", " of the vote"),
)
CHANGE = Pattern(
    rf"\b(?:{'|'.join(CHANGE_NOUNS)}|(?:{'|'.join(CHANGE_STEMS)})\w*|among|amongst)\b",
    method="search",
    matches=("an increase of", "among the women", "grew by"),
    misses=("was domestic debt", "arose"),
)
TWO_PLACES = Pattern(
    r"\bin[ ](?-i:[A-Z]).*\bin[ ](?-i:[A-Z])",
    method="search",
    matches=("In Harl most were for it; in Orvo most",),
    misses=("in Harl most were for it",),
)
_ANSWERS = sorted({answer for pair in OPPOSITE_ANSWERS for answer in pair})
ANSWERS = Pattern(
    rf"""{SHARE}(?P<one>[^,;.:{SIGNS}]{{1,80}}?)(?:,|;)?[ ](?:(?:and|while|but|with)[ ])?
        (?P<second>{SHARE})(?:[ ](?!of\b|in\b(?![ ]favou?r))[\w'-]+){{0,3}}?[ ](?P<other>{"|".join(_ANSWERS)})
        (?:[ ](?:it|them|him|her|this|that))?(?=[,.;:)]|[ ](?:and|or)\b|$)""",
    method="search",
    matches=(f"{SHARE} of voters were for the tram, while {SHARE} were against it.",),
    misses=(f"{SHARE} support the tram, while {SHARE} oppose the toll.", f"{SHARE} said yes, in June {SHARE} no."),
)
UNDECIDED = Pattern(
    rf",?[ ](?:(?:and|with)[ ])?(?P<share>{SHARE})(?:[ ](?!of\b|in\b)[\w'-]+){{0,4}}?[ ](?:{'|'.join(NO_ANSWER)})\b",
    matches=(f" and {SHARE} undecided", f", {SHARE} did not know"),
    misses=(f" and {SHARE} by bus", f" and {SHARE} of the men undecided"),
)
AGAINST_RIVAL = Pattern(
    rf"{SHARE}[ ]of[ ](?:the[ ])?votes?(?:[ ]cast)?,?[ ](?:to|against|versus|compared[ ](?:to|with))[ ]"
    rf"(?:[A-Z][\w'.-]*[ ]){{1,4}}(?:with[ ])?(?P<other>{SHARE})",
    method="search",
    case_sensitive=True,
    matches=(f"{SHARE} of the vote to Ms. Castillo's {SHARE}",),
    misses=(f"{SHARE} of the vote to the usual {SHARE}", f"{SHARE} of the boats to Castillo's {SHARE}"),
)
# "gave Lee 45 percent, Marsh 38 percent and Grant 25 percent of the vote"
_NAMED = rf"(?:[A-Z][\w.'-]*[ ]){{1,3}}{SHARE}"
BY_NAME = Pattern(
    rf"{_NAMED}(?:,[ ]{_NAMED}){{0,5}},?[ ]and[ ]{_NAMED}[ ]of[ ](?:the[ ])?(?:votes?|shares|ballots)\b",
    method="search",
    case_sensitive=True,
    matches=(
        f"gave Lee {SHARE}, Ann Marsh {SHARE} and Grant {SHARE} of the vote",
        f"Yes {SHARE} and No {SHARE} of votes",
    ),
    misses=(f"Lee {SHARE} and Grant {SHARE} of the boats", f"Lee {SHARE} of the vote"),
)
OF_ONE_WHOLE = Pattern(
    rf"\b(?:hold|holds|held|own|owns|owned|have|has|had|won|control)[ ](?P<one>{SHARE})[ ]and[ ](?P<other>{SHARE})"
    r"[ ](?:of[ ](?:the|its)[ ](?:shares|stock|votes?|company|firm)\b)",
    method="search",
    matches=(f"who hold {SHARE} and {SHARE} of the shares",),
    misses=(f"hold {SHARE} and {SHARE} of the boats", f"hold {SHARE} of the shares"),
)

TOO_LONG = Rejection("the sentence is so long that it is a list or a table", "form")
ONE_SHARE = Rejection("the sentence has one percentage", "form")
NO_FORM = Rejection("its percentages stand in none of the forms that this rule checks", "form")
OF_GROUPS = Rejection("a percentage is of a group of its own, so the two need not make one whole", "form")
OF_CHANGE = Rejection("a percentage is a change or among a group, so the two need not make one whole", "form")


def shares_of_one_whole(skeleton: Skeleton | None) -> Sequence[Quantity] | Rejection:
    """Return the shares of one whole in a sentence."""
    if skeleton is None:
        return TOO_LONG
    if skeleton.text.count(SHARE) < 2:
        return ONE_SHARE
    rejection = NO_FORM
    for form in (_listed, _opposite, _answers, _of_vote, _by_name, _of_one_whole):
        shares = form(skeleton)
        if not isinstance(shares, Rejection):
            return shares
        if rejection is NO_FORM:
            rejection = shares
    return rejection


def _listed(skeleton: Skeleton) -> Sequence[Quantity] | Rejection:
    """Return the shares of a complete list of three or more."""
    text, shares, end = skeleton.text, list[Quantity](), skeleton.text.find(SHARE)
    while True:
        item = ITEM.match(text, end)
        if item is None:
            return NO_FORM
        shares.append(skeleton.figures[end])
        separator = SEPARATOR.match(text, item.end())
        if separator is None:
            return NO_FORM
        end = separator.end()
        if separator["last"]:
            last = ITEM.match(text, end)
            return [*shares, skeleton.figures[end]] if last and len(shares) > 1 else NO_FORM


def _opposite(skeleton: Skeleton) -> Sequence[Quantity] | Rejection:
    """Return two shares with words of opposite meaning: "domestic debt was 60 percent and external debt 40 percent"."""
    text = skeleton.text
    offsets = [offset for offset, figure in skeleton.figures.items() if figure.kind == "share"]
    if len(offsets) != 2:
        return NO_FORM
    if any(OF_OTHERS.match(text, offset + 1) for offset in offsets) or TWO_PLACES.search(text, 0, len(text)):
        return OF_GROUPS
    if CHANGE.search(text, 0, len(text)):
        return OF_CHANGE  # an increase of 60 percent, and one of 72 percent
    first, second = offsets
    before, between, after = _words(text[:first]), _words(text[first:second]), _words(text[second:])
    for pair in OPPOSITES:
        # Each word before its share, or each after it.
        if _are_divided(pair, before, between) or _are_divided(pair, between, after):
            return [skeleton.figures[offset] for offset in offsets]
    return NO_FORM


def _are_divided(pair: tuple[str, str], left: set[str], right: set[str]) -> bool:
    one, other = pair
    return (one in left and other in right) or (other in left and one in right)


def _words(text: str) -> set[str]:
    return {word.strip(",.;:()") for word in text.lower().split()}


def _answers(skeleton: Skeleton) -> Sequence[Quantity] | Rejection:
    """Return the shares of two opposite answers, and of those who gave none: "41 percent against, 17 undecided"."""
    match = ANSWERS.search(skeleton.text, 0, len(skeleton.text))
    if match is None or not any(
        _are_divided(pair, _words(match["one"]), {match["other"]}) for pair in OPPOSITE_ANSWERS
    ):
        return NO_FORM
    offsets = [match.start(), match.start("second")]
    rest = UNDECIDED.match(skeleton.text, match.end())
    if rest:
        offsets.append(rest.start("share"))
    return [skeleton.figures[offset] for offset in offsets]


def _of_vote(skeleton: Skeleton) -> Sequence[Quantity] | Rejection:
    """Return the shares of the vote of two rivals: "57 percent of the vote to Castillo's 43 percent"."""
    match = AGAINST_RIVAL.search(skeleton.text, 0, len(skeleton.text))
    return [skeleton.figures[match.start()], skeleton.figures[match.start("other")]] if match else NO_FORM


def _by_name(skeleton: Skeleton) -> Sequence[Quantity] | Rejection:
    """Return the shares of the vote of several names: "Lee 45 percent and Marsh 38 percent of the vote"."""
    match = BY_NAME.search(skeleton.text, 0, len(skeleton.text))
    if match is None:
        return NO_FORM
    return [figure for at, figure in skeleton.figures.items() if match.start() <= at < match.end()]


def _of_one_whole(skeleton: Skeleton) -> Sequence[Quantity] | Rejection:
    """Return two shares of what two people own: "they hold 60 percent and 40 percent of the shares"."""
    match = OF_ONE_WHOLE.search(skeleton.text, 0, len(skeleton.text))
    return [skeleton.figures[match.start(group)] for group in ("one", "other")] if match else NO_FORM
