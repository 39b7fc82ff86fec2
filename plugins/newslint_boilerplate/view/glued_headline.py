"""A headline that was run into the lede, told by the capitals that only headlines give to small words."""

from __future__ import annotations

# Words that sentences begin with; what stands before one of them may have been a headline.
OPENERS = frozenset(
    "The A An In On At He She It They We But And If As This That These Those There When While After Before For His "
    "Her Its Their Our I You Some Many Most However Since Earlier According Also Both No One What Why How Who With "
    "From By Just Now Well Yes Not To Here Last It’s It's I’m There’s There's Let’s Police Officials President".split()
)
SMALL = frozenset("a an the of to in on at for and or but by with as from vs nor".split())
# Capitals that only a headline gives them.
FUNCTION = frozenset(
    "is are was were be been has have had do does did not will would can could should may might must of in on at for "
    "from with by as and or but after before over into out up about against how why what when where who this that "
    "these those it its his her their our your my you we they he she than more just says say gets get to".split()
)


def headline(text: str, start: int, end: int) -> int:
    """Past a headline in Title Case that the lede was run on to; `start` where there is none."""
    for word in text[start : min(end, start + 60)].split(" ", 6)[:6]:
        if word.islower() and word not in SMALL:
            return start  # as nearly every lede
    words = text[start : min(end, start + 220)].split(" ")
    turn = 0  # the first word that a headline would have had in capitals
    for number, word in enumerate(words[:-1]):
        bare = word.strip("\"'“”‘’()[]:;,.!?…–—-")
        if bare[:1].islower() and bare not in SMALL:
            turn = number
            break
    if turn < 6:
        return start
    begin = turn - 1
    while begin > 4 and not _opens(words, begin):
        begin -= 1
    if begin <= 4 or turn - begin > 6:
        return start
    title = words[:begin]
    joined = " ".join(title)
    if any(mark in joined for mark in ("(", "—", "--", "@")) or " – " in joined[:40] or joined[0] in '“"‘[':
        return start  # a dateline, a post, a quotation
    said = sum(word.lower().strip("?!,:’'") in FUNCTION and word[0].isupper() for word in title[1:] if word)
    loud = sum(len(word) > 3 and word.isalpha() and word.isupper() for word in title[1:])
    shout = title[-1][-1:] in "?!…" or "!" in joined or "?" in joined or (title[-1][0] == "[" and title[-1].isupper())
    enough = said + loud + 2 * shout >= 2 or (said and begin >= 8)
    return start + len(joined) + 1 if enough else start


def _opens(words: list[str], number: int) -> bool:
    """Whether the sentence after a headline can begin with this word."""
    bare = words[number].strip("“\"‘'")
    if not bare[:1].isupper():
        return False
    return bare in OPENERS or bare in words[:number] or words[number - 1][-1:] in "?!…]" or words[number][0] in '“"'
