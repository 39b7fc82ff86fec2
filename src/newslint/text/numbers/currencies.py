"""Currencies: the marks before a number and the words after it, by one canonical mark for each."""

from newslint.text.pattern import Pattern

# Canonical mark, then the other marks and codes before a number, and after the bar the words behind it.
_TABLE = """
$ US$ USD | dollars dollar dlrs dlr
€ EUR | euros euro
£ GBP | sterling
¥ JPY | yen
CNY RMB | yuan renminbi
₹ Rs Rs. INR | rupees rupee
₦ N NGN | naira
₵ GH₵ GHS GHC | cedis cedi
R ZAR | rand
KSh Ksh Sh KES Kshs | shillings shilling
₱ PHP | pesos peso
₩ KRW | won
₽ RUB | rubles roubles ruble rouble
₺ TRY | lira liras
฿ THB | baht
₫ VND | dong
₴ UAH | hryvnia hryvnias
₪ ILS | shekels shekel
RM MYR | ringgit
CHF | francs franc
SEK | kronor
DKK NOK | kroner
BRL R$ | reais
AED | dirhams dirham
SAR | riyals riyal
A$ AU$ AUD |
C$ CA$ CAD |
HK$ HKD |
NZ$ NZD |
S$ SGD |
cent | cents cts
kobo | kobo
pence | pence
bolivar | bolivars
mark | marks
zloty | zlotys zloty
"""
CURRENCY_BY_MARK: dict[str, str] = {}
CURRENCY_BY_WORD: dict[str, str] = {}
for _line in _TABLE.strip().split("\n"):
    _marks, _, _words = _line.partition("|")
    _mark, *_others = _marks.split()
    CURRENCY_BY_MARK |= dict.fromkeys((_mark, *_others), _mark)
    CURRENCY_BY_WORD |= dict.fromkeys(_words.split(), _mark)
CURRENCY_SIGNS = frozenset(mark for mark in CURRENCY_BY_MARK if len(mark) == 1 and not mark.isalpha())
# Letters that stand against the digits ("N500", "Rs500"): the scanner needs a word for each.
LETTERS_BEFORE_DIGITS = ("N", "R", "Rs", "KSh", "RM")
AMBIGUOUS_LETTERS = frozenset("NR")  # N95 masks, R2
LAST_CHARS_OF_CODES = frozenset(mark[-1] for mark in CURRENCY_BY_MARK if mark[-1].isalpha() or mark[-1] == ".")
MARK_BEFORE = Pattern(
    r"(?:^|(?<=[\s(“‘'–—-]))([A-Za-z]{1,4}\.?|[A-Z]{0,2}[$₵])[ ]?$",
    case_sensitive=True,
    method="search",
    matches=("paid US$", "of Rs ", "GH₵"),
    misses=("has bought ", "a_N"),
)


def currency_before(text: str, start: int) -> tuple[str, int] | None:
    """Return the currency whose mark stands before the number at `start`, and where the mark begins."""
    sign = text[start - 1 : start]
    if sign in CURRENCY_SIGNS:
        if sign in "$₵" and text[start - 2 : start - 1].isupper():
            match = MARK_BEFORE.search(text, start - 4, start)
            if match and match[1] in CURRENCY_BY_MARK:
                return CURRENCY_BY_MARK[match[1]], match.start(1)
        return CURRENCY_BY_MARK[sign], start - 1
    last = text[start - 2 : start - 1] if sign == " " else sign
    if sign in CURRENCY_SIGNS or (last not in LAST_CHARS_OF_CODES and last not in CURRENCY_SIGNS):
        return None
    if last in CURRENCY_SIGNS:  # "$ 5 million"
        return CURRENCY_BY_MARK[last], start - 2
    match = MARK_BEFORE.search(text, start - 6, start)
    if match is None or match[1] not in CURRENCY_BY_MARK:
        return None
    if match[1] in AMBIGUOUS_LETTERS and not _is_amount(text, start):
        return None
    return CURRENCY_BY_MARK[match[1]], match.start(1)


AMOUNT = Pattern(
    r"\d[\d,]*,\d|\d{3}|\d+\.\d|\d+[ -]?(?:[mbtk]n?|mln|tr|million|billion|trillion|thousand|lakh|crore)\b",
    matches=("1,500", "250", "3.96m", "5bn", "50 billion"),
    misses=("95 masks", "2"),
)


def _is_amount(text: str, start: int) -> bool:
    """Return whether the digits after a lone letter are of money: "N5bn" and "R1,200", not "N95" and "R2"."""
    return AMOUNT.match(text, start, start + 24) is not None
