"""Numbers in words: "one hundred and fifty", "thirty five", "two-and-a-half", "four million, two hundred thousand"."""

from newslint.text.pattern import Pattern

ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
UNDER_HUNDRED: dict[str, float] = {word: value for value, word in enumerate(ONES)}
for _tens, _word in enumerate(TENS, 2):
    UNDER_HUNDRED[_word] = _tens * 10
    for _ones, _one in enumerate(ONES[1:10], 1):
        UNDER_HUNDRED[f"{_word}-{_one}"] = _tens * 10 + _ones
# The least that an indefinite number can mean.
INDEFINITE_NUMBERS: dict[str, float] = {"dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000, "millions": 2e6}
NUMBER_WORDS = UNDER_HUNDRED | {"a pair": 2, "a dozen": 12, "half a dozen": 6, "a hundred": 100, "a thousand": 1000}
NUMBER_WORDS |= {"a million": 1e6, "a billion": 1e9, "half": 0.5, "half a million": 5e5, "half a billion": 5e8}
NUMBER_WORDS |= INDEFINITE_NUMBERS

POWERS: dict[str, float] = {"thousand": 1e3, "lakh": 1e5, "million": 1e6, "crore": 1e7, "billion": 1e9}
POWERS |= {"trillion": 1e12, "mln": 1e6, "mn": 1e6, "bln": 1e9, "bn": 1e9, "trn": 1e12, "tn": 1e12}
POWER_WORDS = frozenset(("hundred", *POWERS))
_PARTS = "half third quarter fourth fifth sixth seventh eighth ninth tenth".split()
STARTS_THAT_CONTINUE = frozenset(word[:2] for word in (*UNDER_HUNDRED, *POWERS, "hundred", "dozen", "and", *_PARTS))
NEXT_WORD = Pattern(
    r"(,[ ]|[ ]-[ ]|[ -])(and[ -])?((?:twen|thir|for|fif|six|seven|eigh|nine)ty-[a-z]+|[a-z]+)\b",
    matches=(" hundred", "-and-a-half", ", eight hundred", " and thirty-five", " - five"),
    misses=("hundred", " 5", ".two"),
)
AND_A_HALF = Pattern(
    r"[ -]and[ -](?:a[ -])?half\b",
    matches=(" and a half", "-and-a-half", " and half million"),
    misses=(" and a halfpenny", " a half"),
)
FRACTION = Pattern(
    r"[ -](?:hal(?:f|ves)|third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth)s?(?![\w-])",
    matches=("-thirds of", " quarters", " fifth"),
    misses=("-third-grade", " thirdly"),
)


def may_continue(text: str, end: int) -> bool:
    """Return whether the word after `end` may belong to the number before it: a quick check."""
    return text[end + 1 : end + 3].lower() in STARTS_THAT_CONTINUE or text[end : end + 3] == " - "


def is_fraction(text: str, end: int, value: float) -> bool:
    """Return whether a small number counts parts: "two-thirds", "one fifth", but not "two fifth graders"."""
    match = FRACTION.match(text, end, end + 12) if 1 <= value < 10 else None
    return match is not None and (value == 1 or match[0][-1] in "sS")


def read_words(text: str, end: int, value: float) -> tuple[float, int]:
    """Return the value and the end of the number whose first word, of this value, ends at `end`."""
    total, group, bound = 0.0, value, float("inf")  # closed groups; the open one, below 1,000; the last power
    if value >= 1000:
        total, group, bound = value, 0.0, value
    while True:
        half = AND_A_HALF.match(text, end, end + 12)
        if half and 0 < group < 100:
            group, end = group + 0.5, half.end()
        match = NEXT_WORD.match(text, end, end + 30)
        if match is None:
            break
        gap, joined, word = match[1], match[2], match[3].lower()
        power = POWERS.get(word)
        if power:
            if joined or gap == ", " or power >= bound or not group:
                break
            total, group, bound = total + group * power, 0.0, power
        elif word in ("hundred", "dozen"):
            if joined or gap == ", " or not 0 < group < 100:
                break
            group *= 100 if word == "hundred" else 12
        elif not _may_add(text, match.end(), group, UNDER_HUNDRED.get(word, 100.0), gap, bool(joined), bound):
            break
        else:
            group += UNDER_HUNDRED[word]
        end = match.end()
    return total + group, end


def _may_add(text: str, end: int, group: float, value: float, gap: str, joined: bool, bound: float) -> bool:
    """Return whether the word that ends at `end` adds its value to the group: "thirty five", "one hundred and five"."""
    if value >= 100:
        return False
    words = text[end : end + 24].lower().replace("-", " ").split()[:3]
    following = words[0].rstrip(".,;:)") if words else ""
    if group == 0:  # after "thousand" and the like; after a comma only where hundreds or another power follow
        if not POWERS.get(following, 0.0) < bound < float("inf"):
            return False
        return gap != ", " or not POWER_WORDS.isdisjoint(word.rstrip(".,;:)") for word in words)
    if gap == ", ":
        return False
    if group % 100 == 0:
        return following != "hundred"
    return not joined and group % 10 == 0 and group % 100 >= 20 and 0 < value < 10
