"""`--language`: whether a record is in the language that is to be linted."""

from newslint.api import ENGLISH, Article, language
from newslint.batch.types import QuarantinedRecord
from newslint.corpus.types import Record

ENGLISH_CODE = "en"
ENGLISH_NAMES = (ENGLISH_CODE, "eng", "english")
OTHER_LANGUAGE = "other-language"  # the reason of quarantine


def in_other_language(record: Record, article: Article, code: str) -> QuarantinedRecord | None:
    """Return the row of quarantine for a record that is not in this language; None for one that is.

    What the record says decides; where it says nothing, newslint tells English from other languages by the text.
    """
    if record.language:
        stated = record.language.lower().replace("_", "-")
        names = ENGLISH_NAMES if code == ENGLISH_CODE else (code.lower(),)
        is_meant = stated.split("-")[0] in names or stated in names
        detail = f"the record says {record.language[:60]}"
    elif code == ENGLISH_CODE:
        found = article.get(language)
        is_meant, detail = found == ENGLISH, f"the text is in {found or 'another language'}"
    else:
        is_meant, detail = False, "the record does not say its language"
    return None if is_meant else QuarantinedRecord(record.number, record.offset, record.id, OTHER_LANGUAGE, detail, b"")
