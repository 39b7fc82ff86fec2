"""Changes: the forms in which a text gives a number before, a number after and the percentage between them."""

from re import Match

from newslint.api import NamedTuple, Pattern, Quantity, Rejection, Span, words
from newslint_numbers.data.words import CHANGE_NOUNS, CHANGE_STEMS, CHANGE_WORDS, CLAUSE_OPENERS, INDICATING
from newslint_numbers.view.rounding import rounding_interval
from newslint_numbers.view.skeleton import AMOUNT, OTHER, PERIOD, SHARE, Skeleton

_FIGURE = f"[{AMOUNT}{PERIOD}]"
_BEFORE, _AFTER = f"(?P<before>{_FIGURE})", f"(?P<after>{_FIGURE})"
_CHANGE = rf"\b(?:(?:{'|'.join(CHANGE_STEMS)})\w*|{'|'.join(CHANGE_WORDS)})\b"
_NOUN = rf"(?:{'|'.join(CHANGE_NOUNS)})s?\b"
_OTHER_CHANGE = rf"that[ ]{_CHANGE}|which[ ](?:ha[sd][ ])?{_CHANGE}[ ](?:the|its|their)"  # in the same clause
_BREAK = rf"(?<=[a-z][a-z])\.[A-Z]|\b(?:{'|'.join(CLAUSE_OPENERS)}|{_OTHER_CHANGE}|or|and(?![ ]{OTHER}))\b"
_WORDS_TO_FIGURE = rf"(?:[\w'{OTHER}-]+[ ]){{0,4}}?"
_FROM, _TO = rf"\bfrom[ ]{_WORDS_TO_FIGURE}", rf"\bto[ ]{_WORDS_TO_FIGURE}"
# Not what the percentage compares with: "rose 2 percent to 80 dollars from a low of 50 in May".
_EXTREME = r"from[ ](?:an?|the|its|their)[ ](?:[\w-]+[ ]){0,2}?(?:high|low|peak|trough|record)\b"
_THAN = rf"(?:from|compared[ ](?:with|to)|over|on|against)[ ]{_WORDS_TO_FIGURE}"
_MARK = r"[ ]?(?:,|--|—|–|\(|[ ]-)[ ]?"
_INDICATING = rf"(?:(?:{'|'.join(INDICATING)})[ ])"
_ARTICLE = r"(?:an?|the)[ ](?:[\w-]+[ ]){0,2}?"
_RISE_OF = rf"{_ARTICLE}(?P<noun>{_NOUN}[ ]of[ ])?"
_UP_BY = rf"(?:{_CHANGE}|{_ARTICLE}{_NOUN}[ ]of)(?:[ ]by)?"
_VERSUS = r"(?:versus|vs\.?|against|compared[ ](?:with|to)|(?:up|down)[ ]from)"


def _gap(chars: int) -> str:
    """Return the part of a pattern for words of the same clause, without an amount or a percentage outside brackets."""
    return rf"(?:[ ]\({AMOUNT}[^()]{{0,30}}\)|(?!{_BREAK})[^;:!?“”{SHARE}{AMOUNT}]){{0,{chars}}}?"


# Before a percentage that is a level or a part of a name: "fell to 5 percent", "raise the 20 percent bracket".
_NO_LEAD = r"(?:to|the|its|their|his|her|this|that|an?|at)\b"
# What leads to the percentage, and what follows it.
LED = Pattern(  # "rose by", "increased its number of trucks by", "an increase of"
    rf"""{_CHANGE}(?:(?:[ ][\w'-]+){{0,6}}?[ ](?:by|of)(?:[ ]an?(?:[ ]\w+)?)?
        |(?:[ ](?:[\w'-]+[ ])?(?!{_NO_LEAD})[\w'-]+)?)[ ]$""",
    method="search",
    matches=("rose by ", "increased its number of new trucks by ", "raised its prices ", "an increase of "),
    misses=("rose, and ", "kept its prices by ", "fell to ", "increase the "),
)
FOLLOWED = Pattern(  # "increase", "year-on-year rise"
    rf"(?:[ ][\w-]+){{0,2}}?[ ]{_NOUN}", matches=(" increase", " YoY rise", " drops"), misses=(" of it", " increased")
)
# The forms, each as a pattern up to the percentage or None, and one after it or None.
UP_TO_PERCENTAGE = {
    "from A to B, a P rise": Pattern(
        rf"{_FROM}{_BEFORE}{_gap(60)}[ ]{_TO}{_AFTER}{_gap(60)}{_MARK}{_INDICATING}?{_RISE_OF}$",
        method="search",
        matches=(f"from {AMOUNT} to {AMOUNT}, a ", f"from {AMOUNT} men in {OTHER} to {AMOUNT} — a drop of "),
        misses=(f"from {AMOUNT} to {AMOUNT}: ", f"from {AMOUNT} to {AMOUNT} and "),
    ),
    "to B from A, a P rise": Pattern(
        rf"{_TO}{_AFTER}{_gap(60)}[ ]{_FROM}{_BEFORE}{_gap(60)}{_MARK}{_INDICATING}?{_RISE_OF}$",
        method="search",
        matches=(f"to {AMOUNT} in {OTHER} from {AMOUNT}, indicating a drop of ",),
        misses=(f"to {AMOUNT} from {AMOUNT} with a ",),
    ),
    "B, up from A, a P rise": Pattern(
        rf"{_AFTER}{_gap(60)}{_MARK}(?:(?:up|down)[ ]from|compared[ ](?:with|to))[ ]{_WORDS_TO_FIGURE}{_BEFORE}"
        rf"{_gap(60)}{_MARK}{_INDICATING}?{_RISE_OF}$",
        method="search",
        matches=(f"{AMOUNT} thefts in {OTHER}, compared with {AMOUNT} in {OTHER}, a rise of ",),
        misses=(f"{AMOUNT} thefts, compared with {AMOUNT} and a rise of ",),
    ),
    "from A to B, or P": Pattern(
        rf"{_CHANGE}{_gap(60)}{_FROM}{_BEFORE}{_gap(40)}[ ]{_TO}{_AFTER}{_gap(30)}{_MARK}or[ ]$",
        method="search",
        matches=(f"fell by a third, from {AMOUNT} to {AMOUNT}, or ",),
        misses=(f"went from {AMOUNT} to {AMOUNT}, or ",),
    ),
    "B, up P from A": Pattern(
        rf"{_AFTER}{_gap(100)}{_MARK}(?:{_INDICATING}|which[ ]is[ ])?{_UP_BY}[ ]$",
        method="search",
        matches=(f"{AMOUNT} thefts in {OTHER}, down ", f"{AMOUNT} for the year, showing an increase of "),
        misses=(f"{AMOUNT} thefts, which fell in May by ", f"{AMOUNT} thefts and up "),
    ),
    "B, a P rise from A": Pattern(
        rf"{_AFTER}{_gap(100)}(?:{_MARK}{_INDICATING}?|[ ]{_INDICATING}){_ARTICLE}$",
        method="search",
        matches=(f"{AMOUNT} boats in {OTHER}, a ", f"{AMOUNT} boats were sold representing a "),
        misses=(f"{AMOUNT} boats and a ", f"{AMOUNT} boats a "),
    ),
    "the B are P lower than the A": Pattern(
        rf"{_AFTER}{_gap(60)}(?:[ ](?:is|are|was|were)|,)[ ]$",
        method="search",
        matches=(f"The {AMOUNT} permits of {OTHER} are ",),
        misses=(f"The {AMOUNT} permits fell ", f"The {AMOUNT} permits and sales are "),
    ),
}
AFTER_PERCENTAGE = {
    "P, from A to B": Pattern(
        rf"{_gap(90)}{_FROM}{_BEFORE}{_gap(90)}[ ]{_TO}{_AFTER}",
        matches=(f", from {AMOUNT} to {AMOUNT}", f" between {OTHER}, from {AMOUNT} in {OTHER} to {AMOUNT}"),
        misses=(f" and from {AMOUNT} to {AMOUNT}", f" to {AMOUNT} from {AMOUNT}"),
    ),
    "P to B from A": Pattern(
        rf"{_gap(90)}{_TO}{_AFTER}{_gap(90)}[ ](?!{_EXTREME}){_FROM}{_BEFORE}",
        matches=(f" to {AMOUNT} ({AMOUNT}; {AMOUNT}) in {OTHER} from {AMOUNT}", f" to close at {AMOUNT} from {AMOUNT}"),
        misses=(f" and to {AMOUNT} from {AMOUNT}", f" to {AMOUNT} from a high of {AMOUNT}"),
    ),
    "P (B versus A)": Pattern(
        rf"{_gap(60)}\({_AFTER}[ ]{_VERSUS}[ ]{_BEFORE}",
        matches=(f" this year ({AMOUNT} versus {AMOUNT})",),
        misses=(f" this year, {AMOUNT} versus {AMOUNT}",),
    ),
    "P — B, up from A": Pattern(
        rf"{_gap(60)}{_MARK}{_AFTER}(?:[ ][\w-]+){{0,3}},?[ ](?:up|down)[ ]{_FROM}{_BEFORE}",
        matches=(f" in landings — {AMOUNT} tonnes, up from {AMOUNT}",),
        misses=(f" in landings and {AMOUNT} tonnes, up from {AMOUNT}",),
    ),
    "up P from A": Pattern(
        rf"{_gap(40)}\b{_THAN}{_BEFORE}",
        matches=(f" from the {AMOUNT}", f" compared with last year's {AMOUNT}"),
        misses=(f" and from {AMOUNT}", f" of {AMOUNT}"),
    ),
    "P lower than A": Pattern(
        rf"[ ](?:lower|higher|more|less|fewer|greater|larger|smaller|bigger)[ ]than[ ]the[ ]{_BEFORE}",
        matches=(f" lower than the {AMOUNT}",),
        misses=(f" lower than {AMOUNT}", f" lower rent than the {AMOUNT}"),
    ),
}
# How the words for a change begin. A form without one of them compares with "than the".
STARTS_OF_CHANGE = (*CHANGE_STEMS, *CHANGE_WORDS, *CHANGE_NOUNS)
COMPARISON = " than the "
# What each form holds in lower case: most sentences lack it, and need no pattern.
WORDS_OF_FORM = {
    "P, from A to B": ("from ", "to "),
    "P to B from A": ("to ", "from "),
    "P (B versus A)": ("(",),
    "P — B, up from A": (" from ",),
    "P lower than A": (" than the ",),
    "from A to B, a P rise": ("from ", "to "),
    "to B from A, a P rise": ("to ", "from "),
    "from A to B, or P": ("from ", "to "),
}
# After "a P rise": the next item of a list follows.
OF_SOMETHING = Pattern(rf"[ ](?:in|of)[ ](?!{OTHER})", matches=(" in the port",), misses=(f" in {OTHER}", ", and"))

NO_FORM = Rejection("no two numbers stand beside it in one of the forms that this rule checks", "form")
NO_CHANGE_WORD = Rejection("two numbers follow, but no word for a change leads to the percentage", "form")
MAY_BE_OF_OTHER = Rejection("the change may be of something else than the two numbers before it", "form")
ZERO = Rejection("one of the two numbers is zero", "unit")
UNLIKE = Rejection("the two numbers beside it are not of one kind and unit", "unit")


class Change(NamedTuple):
    """A number before and a number after."""

    before: Quantity
    after: Quantity

    def percent(self) -> float:
        """Return the change as a percentage of the number before."""
        return (self.after.value / self.before.value - 1) * 100

    def factors(self, text: str) -> tuple[float, float]:
        """Return the least and the most that the number after may be, as multiples of the one before, both rounded."""
        (low, high), (after_low, after_high) = rounding_interval(text, self.before), rounding_interval(text, self.after)
        return after_low / high, after_high / low


def may_have_change(text: str, sentence: Span) -> bool:
    """Return whether a sentence has a word that all forms need: a quick check."""
    lower = text[sentence.start : sentence.end].lower()
    return COMPARISON in lower or any(word.startswith(STARTS_OF_CHANGE) for word in words(lower, (0, len(lower))))


def find_change(skeleton: Skeleton, offset: int) -> Change | Rejection:
    """Return the change whose percentage has its sign at `offset`, if the sentence has one of the forms."""
    text = skeleton.text
    followed = FOLLOWED.match(text, offset + 1, offset + 40)
    start = followed.end() if followed else offset + 1
    words_before, words_after = text[:offset].lower(), text[offset:].lower()
    rejection = NO_FORM
    for form in ("P, from A to B", "P to B from A", "P (B versus A)", "P — B, up from A"):
        match = AFTER_PERCENTAGE[form].match(text, start) if _may_have_form(form, words_after) else None
        if match:
            if followed or LED.search(text, offset - 70, offset):
                return _change(skeleton, match, match)
            rejection = NO_CHANGE_WORD
            break
    before = text[max(0, offset - 4) : offset]
    if followed or before.endswith(("of ", "or ")):
        for form in ("from A to B, a P rise", "to B from A, a P rise", "B, up from A, a P rise", "from A to B, or P"):
            match = _up_to(text, form, offset) if _may_have_form(form, words_before) else None
            if match:
                is_of_both = followed and not OF_SOMETHING.match(text, followed.end())
                if is_of_both or form.endswith("or P") or match["noun"]:
                    return _change(skeleton, match, match)
                return MAY_BE_OF_OTHER
    for form, start, form_after in (
        ("B, up P from A", offset + 1, "up P from A"),
        ("B, a P rise from A", followed.end() if followed else 0, "up P from A"),
        ("the B are P lower than the A", offset + 1, "P lower than A"),
    ):
        may_follow = start > 0 and _may_have_form(form_after, words_after)
        after = AFTER_PERCENTAGE[form_after].match(text, start) if may_follow else None
        match = _up_to(text, form, offset) if after else None
        if match and after:
            return _change(skeleton, after, match)
    return rejection


def _may_have_form(form: str, words: str) -> bool:
    return all(word in words for word in WORDS_OF_FORM.get(form, ()))


def _up_to(text: str, form: str, offset: int) -> Match[str] | None:
    return UP_TO_PERCENTAGE[form].search(text, offset - 260, offset)


def _change(skeleton: Skeleton, match_before: Match[str], match_after: Match[str]) -> Change | Rejection:
    """Return the change between the figures of two matches, if they are alike."""
    before, after = skeleton.figures[match_before.start("before")], skeleton.figures[match_after.start("after")]
    if not before.value or not after.value:
        return ZERO
    if before.kind == "period" and before.noun != after.noun:
        return UNLIKE
    return Change(before, after) if _is_one_unit(before, after) or _is_one_unit(after, before) else UNLIKE


def _is_one_unit(first: Quantity, second: Quantity) -> bool:
    """Return whether two figures have one unit, or the first has neither a unit nor a noun: "from $40 to 50"."""
    is_bare = first.kind == "count" and not first.noun and second.kind in ("money", "measure")
    return is_bare or (first.kind == second.kind and first.unit == second.unit)
