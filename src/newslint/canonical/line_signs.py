"""Signs of a line: whether a sentence goes on, ends or may end there, and whether an item of a list begins."""

from __future__ import annotations

MIN_CONTINUED_CHARS = 24  # a shorter line that only its width would join to the next is a label or a subhead
MAX_WORD_CHARS = 20  # a longer word, such as an address, says nothing of the width
SENTENCE_ENDS = ".!?:;…|"
BETWEEN_PARTS = ":;|"
CLOSERS = "\"'”’»)]"
# A line that ends with one of these is not the end of anything; nor is one that ends with a month, before a number.
DANGLING = frozenset(
    (
        "a an the of to at by for from with into onto under among during against toward towards than as and or but nor "
        "if that which who whose when while where because since until although is are was were be been has have had "
        "would could might should must his its their our my your these those"
    ).split()
)
UNFINISHED = frozenset("a an the of and or nor than their his its our my your these those Mr. Mrs. Ms. Dr.".split())
TITLES = frozenset("Mr. Mrs. Ms. Dr. Gov. Sen. Rep. Prof. Gen. Lt. Col. Sgt. Capt. Rev. St.".split())
# At the end of a full line they are not the end of a title. A label may end so: "Sign in".
PREPOSITIONS = frozenset("in on near over about after before between through around within without".split())
MONTHS = frozenset(
    "January February March April May June July August September October November December".split()
    + "Jan. Feb. Mar. Apr. Aug. Sept. Oct. Nov. Dec.".split()
)
LEGAL_SENTENCES = ("all rights reserved", "this material may ")  # in lower case: never the beginning of a paragraph
BULLETS = frozenset("*•‣▪►■●○")
DASHES = frozenset("-·–—")  # these also stand within sentences


def continues(line: str, following: str) -> bool:
    """Whether a sentence goes on across the end of a line."""
    end = line[-1]
    if end in "!?:…|" or (end in CLOSERS and ends_sentence(line)):
        return False
    last = line.rsplit(" ", 1)[-1]
    if last in MONTHS:
        return following[0].isdigit()
    if (end == "." and last not in TITLES and not is_initials(last)) or is_item(following, line):
        return False
    if following[0].islower():
        return not is_address(following) and not following.startswith("by ")
    return (last in DANGLING or last in TITLES) and (following[0].isalnum() or following[0] in "\"“‘'$£€")


def is_open(line: str) -> bool:
    """Whether a quotation is open at the end of a line."""
    return line.count("“") > line.count("”") or line.count('"') % 2 == 1


def is_in_brackets(line: str) -> bool:
    """Whether a bracket that a line opens is open at its end."""
    return line.rfind("(") > line.rfind(")")


def is_initials(word: str) -> bool:
    """Whether a word is an initial or initials, which end few sentences: "J.", "U.S."."""
    letters = word.split(".")
    return letters.pop() == "" and all(len(letter) == 1 and letter.isupper() for letter in letters)


def is_address(line: str) -> bool:
    """Whether a line begins with an address on the web: "https://…", "post.example/news"."""
    site = line.split(" ", 1)[0].partition("/")[0].rstrip(".,;:!?")
    return site in ("http", "https") or ("." in site and all(len(part) > 1 for part in site.split(".")))


def ends_sentence(line: str) -> bool:
    """Whether a line ends with the mark of a sentence's end."""
    return line.rstrip(CLOSERS)[-1:] in SENTENCE_ENDS and not (line[-2:-1].isupper() and line[-3:-2] == " ")


def may_end_paragraph(line: str) -> bool:
    """Whether a line ends with a sentence, and not with a mark that stands between the parts of one."""
    return ends_sentence(line) and line[-1] not in BETWEEN_PARTS and not line.endswith(" ...")


def is_prose(line: str) -> bool:
    """Whether a line may be part of a sentence: it has some words, or is the end of one."""
    return line.count(" ") >= 3 or line.rstrip(CLOSERS)[-1:] in (".", "!", "?")


def is_item(line: str, before: str) -> bool:
    """Whether a line begins an item of a list."""
    word = line.split(" ", 1)[0]
    if word in BULLETS:
        return True
    if word in DASHES:
        return before[-1] in SENTENCE_ENDS or before.split(" ", 1)[0] in DASHES
    return word[:-1].isdigit() and len(word) <= 3 and word[-1] in ".)" and before[-1] in SENTENCE_ENDS


def first_word_length(line: str) -> int:
    """Return the length of the first word, in characters."""
    at = line.find(" ")
    return len(line) if at < 0 else at


def fills_line(line: str, following: str, width: int) -> bool:
    """Whether the first word of the next line would not fit into this line."""
    if len(line) > width and " " in line:
        return False
    length = first_word_length(following)
    if length <= MAX_WORD_CHARS:
        return len(line) + 1 + length > width
    # Before an address a line may be much shorter, but then it is no sentence.
    return len(line) + 1 + length > width and (len(line) + 1 + MAX_WORD_CHARS > width or line[-1] not in ".!?…")


def is_unfinished(text: str, end: int) -> bool:
    """Whether the words at a line end in a text show that it is not the end of anything, not even of a label.

    That is so after an article, "and" or a comma, between a colon and an address, and within a notice of copyright.
    """
    last = text[max(0, end - MAX_WORD_CHARS) : end].rsplit(" ", 1)[-1]
    if last.endswith(",") or last in UNFINISHED:
        return True
    following = text[end + 1 : end + 1 + MAX_WORD_CHARS]
    return (last.endswith(":") and is_address(following)) or following.lower().startswith(LEGAL_SENTENCES)
