"""Names of people beside an age: the capitalized words before it, or behind "42-year-old"."""

WINDOW = 110  # characters that a name and what leads to it may take
PARTICLES = frozenset("de la van von bin al el del della da di dos der den y".split())
TITLES = frozenset(
    """suspect officer deputy detective sergeant lieutenant captain major colonel general judge mayor senator president
    governor minister pastor father sister brother private corporal agent trooper constable chief victim""".split()
)
SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))
# "42-year-old shop owner Name Name", but not "the 18-year-old sister of Name Name"
NO_LINKS = frozenset("of who whose with from in at and by to for near on was is said a an the his her their".split())
# "17-year-old Name School student Name Name"
BELONGS = frozenset(
    """senior junior sophomore freshman student graduate pupil resident native teacher employee player worker member man
    woman boy girl teen teenager mother father""".split()
)
OPENING = "•*–—-(\"'“‘"
CLOSING = ",.;:)\"'”’"


def name_before(text: str, end: int) -> list[str]:
    """The name that ends at `end`, word by word; empty where there is none."""
    name: list[str] = []
    words = text[max(0, end - 60) : end].rpartition("\n")[2].split(" ")
    for word in reversed(words if end <= 60 or "\n" in text[end - 60 : end] else words[1:]):
        bare = word.lstrip(OPENING)
        if not (_capitalized(bare) or (name and (bare in PARTICLES or _initial(bare)))) or len(name) == 6:
            break
        name.append(bare)
        if bare != word:
            break
    while name and not _capitalized(name[-1]):
        name.pop()
    return name[::-1] if len(name) > 1 else []


def name_after(text: str, start: int) -> list[str]:
    """The name that begins at `start`, a few words on at most; empty where there is none."""
    name: list[str] = []
    links = 0
    for word in text[start : start + WINDOW].partition("\n")[0].split(" ")[:14]:
        bare = word.rstrip(CLOSING)
        if _capitalized(bare) or (name and (bare in PARTICLES or _initial(word))):
            name.append(word if _initial(word) else bare)
            if bare != word and not _initial(word):
                break
            continue
        if name and bare not in BELONGS:
            break
        links += 1
        if bare in NO_LINKS or links > 6 or bare[:1].isupper() or bare.isdigit() or word.endswith("."):
            return []
        name.clear()
    return name if len(name) > 1 else []


def person(name: list[str]) -> tuple[str, str] | None:
    """First and last name, to know a person by; None where two may share them."""
    words = [word.lower().replace("’", "'") for word in name]
    while words and words[0] in TITLES:
        del words[0]
    if len(words) < 2 or words[-1].rstrip(".") in SUFFIXES or words[-1].endswith(("'s", "s'")):
        return None
    return words[0], words[-1]


def _capitalized(word: str) -> bool:
    return word[:1].isupper() and not word.isupper() and word[-1].isalnum()


def _initial(word: str) -> bool:
    return len(word) == 2 and word[1] == "." and word[0].isupper()
