"""Numbers that contradict each other, within an article and between articles."""

from newslint.api import Rule
from newslint_numbers.age_mismatch import AgeMismatch
from newslint_numbers.articles_disagree import ArticlesDisagree
from newslint_numbers.headline_figure import HeadlineFigure
from newslint_numbers.headline_toll import HeadlineToll
from newslint_numbers.multiple_change import MultipleChange
from newslint_numbers.part_whole import PartWhole
from newslint_numbers.percent_change import PercentChange
from newslint_numbers.percent_of import PercentOf
from newslint_numbers.reversed_range import ReversedRange
from newslint_numbers.shares import Shares
from newslint_numbers.total import Total
from newslint_numbers.twin_sentences import TwinSentences
from newslint_numbers.unit_conversion import UnitConversion
from newslint_numbers.words_digits import WordsDigits
from newslint_numbers.years_since import YearsSince


def newslint_rules() -> list[type[Rule]]:
    """Return the rules of the family `numbers`."""
    return [
        AgeMismatch,
        ArticlesDisagree,
        HeadlineFigure,
        HeadlineToll,
        MultipleChange,
        PartWhole,
        PercentChange,
        PercentOf,
        ReversedRange,
        Shares,
        Total,
        TwinSentences,
        UnitConversion,
        WordsDigits,
        YearsSince,
    ]
