"""A guess at the language of a text, from the share of function words and from its script.

The most frequent words of a language are its function words, and they tell languages apart in a few lines of text.
Source: Gregory Grefenstette, Comparing two language identification schemes, JADT 1995. Words that English has too are
left out, such as the German "was" and "die".
"""

from __future__ import annotations

import re
from collections import Counter

from newslint.text.language import ENGLISH
from newslint.text.words import PUNCTUATION

MAX_CHARS = 20_000  # of a text whose sample is not English
MIN_WORDS = 25
MIN_ENGLISH_SHARE = 0.1  # of the words. English prose has over 0.2, a language that shares words with it under 0.05
MIN_SHARE = 0.15  # of the words, to name a language that is written in Latin letters
MIN_SHARE_IN_PROSE = 0.08  # the same for prose without English words: some languages have few function words
MIN_DISTINCT_WORDS = 4  # of the list, of two letters or more: a table may repeat a few letters
MAX_ENGLISH_SHARE = 0.04  # of the words, in such prose
MIN_LOWER_SHARE = 0.6  # of the words in lower case; a text with fewer may be a list of names or results
MAX_SENTENCE_WORDS = 60  # on average, with those of titles and captions
MIN_UNKNOWN_WORDS = 60  # of such prose in a language that no list fits
MIN_SCRIPT_SHARE = 0.7  # of the letters, to name a language that is written in others

WORD = re.compile(r"\b[^\W\d_]+\b")
LETTER_NOT_LATIN = re.compile(r"[^\W\d_\0-\u02af\u1e00-\u1eff]")
ENGLISH_WORDS = frozenset(
    (
        "the and of to that with by from they has which been were said this are would who it not but their will its "
        "his she he you your our about could should than them there what when says after before because other while"
    ).split()
)
WORDS_BY_LANGUAGE = {
    language: frozenset(listed.split())
    for language, listed in {
        "German": """der und das den dem des ein eine einen einem einer ist sind nicht mit sich auf für von zu zum
            zur bei nach aus auch wie aber oder nur noch wird werden wurde wurden hat haben hatte hatten sein sie er
            es wir im vom dass über vor um durch gegen bis seit mehr""",
        "French": """de la le les des du un une et est dans pour que qui sur par pas plus avec au aux ce cette ces
            son sa ses se il elle ils ont été être mais ou où nous leur sont était d l qu n s à après selon
            comme""",
        "Spanish": """de la el los las del un una y que en por para su sus se lo al es son fue como más pero este
            esta también ha han había entre sobre desde hasta cuando donde según ya muy le les porque sin uno
            dos""",
        "Italian": """la il lo gli le di della del dei delle degli dal dalla nel nella sul alla al un una che e è si
            sono non ha hanno stato più anche come ma ai tra fra questo questa se suo loro dopo secondo da d l""",
        "Portuguese": """o os um uma da dos das na nos nas ao à aos às que e é em por para com não se mais foi são
            como mas ou pelo pela seu sua seus também já ter tem há entre depois até segundo quando de""",
        "Dutch": """het een en van te dat zijn niet met op voor aan er ook maar om bij uit naar wordt worden werd
            heeft hebben hij zij ze wij deze dit nog wel als dan tot door meer geen kan zich""",
        "Polish": """w z na się nie że jest jak o po za od dla przez ale już tylko był była było są być ma oraz
            który która które ich jego przy co tym tego czy może także ze ten ta te tych tej temu jako przed nad bez
            podczas między tak również jednak kiedy gdy aby jej nich lub ani został została zostanie mogą będzie
            jeśli ponieważ czyli""",
        "Swedish": """och att det som en ett är av på för inte med den har om de var från vid han hon sig kan ska
            skulle också eller när där efter över mer sedan hade denna detta säger inom utan vara blir blev mot alla
            även få får sina sitt""",
        "Danish": """og det som en et er af på ikke med den til har om de var fra ved han hun sig kan skal ville
            også eller når der efter være blev bliver havde nu jeg siger mere""",
        "Norwegian": """og å det som en et er av på ikke med den til har om de var fra ved han hun seg kan skal
            ville også eller når der etter være ble blir hadde nå jeg sier mer""",
        "Finnish": """ja ei että se oli hän myös kun mutta ovat jos tai sen mukaan joka jotka ole olla nyt vain niin
            kuin ollut jo vielä voi tämä sitä siitä sekä jonka jossa olisi heidän hänen tämän kanssa jälkeen ennen
            vaikka noin mitä siis koska kuten""",
        "Czech": """v na se je že z s k za pro jako ale jsou byl byla bylo bude budou jeho od který která které už
            podle také ve při tak až nebo není více jsme aby když co jejich protože po ze kterou bez před mezi proto
            tím její této tento tato nad však kdy zde své svou""",
        "Croatian": """u je na se da su za od koji koja koje nije će bi ili ali kao što iz bio bila prema nakon sa
            ne te biti može samo""",
        "Hungarian": """az és hogy nem egy meg de volt csak már még azt el ha vagy mint ez lesz van ki után szerint
            pedig kell lehet több között akkor nagyon amely ezt ezek azok aki akik amelyek minden illetve valamint
            alatt volna lett ennek annak így itt sem saját""",
        "Romanian": """și în la cu de pe din că este nu se un o pentru care sunt mai au fost dar sau fi lui ca al
            ale prin după acest această între către potrivit""",
        "Turkish": """ve bir bu da de için ile çok daha olarak olan gibi en ne var kadar sonra ise ama ancak ki
            değil o göre yeni oldu etti dedi ya şey iki mi tarafından üzere veya bunu olduğunu diye kendi içinde
            üzerinde arasında eden edilen bütün ilk önce artık yalnızca rağmen ilgili""",
        "Indonesian": """yang dan di dari untuk dengan pada ini itu tidak akan adalah oleh ke dalam juga telah
            sebagai bahwa mereka karena ada bisa kepada atau sudah dapat""",
    }.items()
}
# The name of a script, as the names of its characters begin, and the language that it is written for.
LANGUAGE_BY_SCRIPT = {
    "ARMENIAN": "Armenian",
    "CJK": "Chinese",
    "GEORGIAN": "Georgian",
    "GREEK": "Greek",
    "HANGUL": "Korean",
    "HEBREW": "Hebrew",
    "HIRAGANA": "Japanese",
    "KATAKANA": "Japanese",
    "THAI": "Thai",
}
# Letters by which languages with one script differ; the language whose letters are the most frequent is the one.
TELLING_LETTERS = {
    "ARABIC": {"Arabic": "ةىإأ", "Persian": "پچژگی", "Urdu": "ٹڈڑےںہی"},
    "CYRILLIC": {"Belarusian": "ўі", "Bulgarian": "ъ", "Russian": "ы", "Ukrainian": "їєґі"},
}
SCRIPTS_WITHOUT_SPACES = frozenset(("CJK", "HIRAGANA", "KATAKANA", "THAI", "LAO", "KHMER", "MYANMAR"))


def guess_language(text: str, sample_chars: int) -> str:
    """Return "English" unless the text plainly is in another language; "" if it is, but which one is unknown.

    The first `sample_chars` decide that a text is English. Only the whole text decides that it is not: an English
    article may begin with a quotation in another language.
    """
    found = _guess(text[:sample_chars])
    return _guess(text[:MAX_CHARS]) if found != ENGLISH and len(text) > sample_chars else found


def english_words(text: str) -> tuple[int, int]:
    """Return how many words of the part that decides there are, and how many of these are frequent English ones."""
    words = WORD.findall(text[:MAX_CHARS].lower())
    return len(words), sum(map(ENGLISH_WORDS.__contains__, words))


def _guess(text: str) -> str:
    words = WORD.findall(text.lower())
    letters = [] if text.isascii() else LETTER_NOT_LATIN.findall(text)
    if letters and len(letters) >= MIN_SCRIPT_SHARE * sum(map(len, words)):
        return _guess_by_script(letters, len(words))
    english_share = sum(map(ENGLISH_WORDS.__contains__, words)) / (len(words) or 1)
    if english_share >= MIN_ENGLISH_SHARE or len(words) < MIN_WORDS:
        return ENGLISH
    counts = Counter(words)
    share, closest = max(
        (sum(counts[word] for word in listed) / len(words), language) for language, listed in WORDS_BY_LANGUAGE.items()
    )
    if sum(len(word) > 1 for word in WORDS_BY_LANGUAGE[closest] & counts.keys()) < MIN_DISTINCT_WORDS:
        share = 0.0
    if share >= MIN_SHARE:
        return closest
    if english_share > MAX_ENGLISH_SHARE or not _is_prose(text.split()):
        return ENGLISH
    if share >= MIN_SHARE_IN_PROSE:
        return closest
    return "" if len(words) >= MIN_UNKNOWN_WORDS else ENGLISH


def _guess_by_script(letters: list[str], word_count: int) -> str:
    """Return the language of a text whose letters are not Latin."""
    from unicodedata import name  # few runs need it

    scripts = Counter(name(letter, "").split(" ", 1)[0] for letter in letters)
    unspaced = sum(scripts[script] for script in SCRIPTS_WITHOUT_SPACES)
    if max(word_count, unspaced // 2) < MIN_WORDS:
        return ENGLISH
    if scripts["HIRAGANA"]:
        return "Japanese"  # Japanese has Chinese characters, too
    script = scripts.most_common(1)[0][0]
    if script not in TELLING_LETTERS:
        return LANGUAGE_BY_SCRIPT.get(script, "")
    counts = Counter(letters)
    count, closest = max(
        (sum(counts[letter] for letter in telling), language) for language, telling in TELLING_LETTERS[script].items()
    )
    return closest if count else ""


def _is_prose(chunks: list[str]) -> bool:
    """Return whether a text, split at white space, consists of sentences, not of names, tables or code."""
    lower_count = sum(chunk[0].islower() and chunk.strip(PUNCTUATION).isalpha() for chunk in chunks)
    end_count = sum(chunk.rstrip('”"»').endswith((".", "?", "!")) for chunk in chunks)
    return lower_count >= MIN_LOWER_SHARE * len(chunks) and end_count * MAX_SENTENCE_WORDS >= len(chunks)
