"""The values of `--clean`: what it applies, and what that changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from newslint.model import Fix
from newslint.named_tuple import NamedTuple
from newslint.rule import is_meant

MAX_EXAMPLES = 20  # of a rule, and of the corpus


class CleanOptions(NamedTuple):
    """What `--clean` applies, and where it puts the clean text."""

    rules: tuple[str, ...] = ()  # whose fixes are applied: families, names or globs; empty: of all
    unsafe: tuple[str, ...] = ()  # whose unsafe fixes are applied as well
    column: str = ""  # a new column for the clean text; empty: it replaces the text
    dry_run: bool = False

    def includes(self, rule: str, fix: Fix) -> bool:
        """Return whether a fix is to be applied."""
        is_chosen = not self.rules or is_meant(rule, self.rules)
        return is_chosen and (fix.safe or is_meant(rule, self.unsafe))


class Removal(NamedTuple):
    """An example of what fixes change."""

    order: str  # a digest, so that examples are a sample that does not depend on the order of units
    rule: str
    group: str
    article: str  # its id, or its file and record
    before: str
    removed: str
    inserted: str
    after: str


class CleanResult(NamedTuple):
    """What fixes changed in the articles of a unit."""

    unit: str
    input_digest: str
    files: tuple[str, ...] = ()
    examples: Mapping[str, str] = {}
    articles: int = 0
    changed: int = 0
    characters: int = 0
    # By group and rule: articles, edits, and the characters by which the text becomes shorter.
    removed: Mapping[str, Mapping[str, tuple[int, int, int]]] = {}
    groups: Mapping[str, tuple[int, int, int]] = {}  # articles, those that change, characters
    removals: tuple[Removal, ...] = ()
    failures: Mapping[str, int] = {}


def is_valid(result: CleanResult) -> bool:
    """Return whether the values of a result that was read have the types with which newslint writes them."""
    if not (isinstance(result.removed, dict) and isinstance(result.groups, dict)):
        return False
    counts = [result.groups, *result.removed.values()]
    return (
        all(isinstance(one, str) for one in (result.unit, result.input_digest))
        and all(_is_count(one) for one in (result.articles, result.changed, result.characters))
        and _are_all(result.files, list, lambda one: isinstance(one, str))
        and _are_all(result.examples, dict, lambda one: isinstance(one, str))
        and _are_all(result.failures, dict, _is_count)
        and all(_are_all(each, dict, _is_triple) for each in counts)
        and all(result.removed.values())
        and set(result.removed) <= set(result.groups)
        and _are_all(result.removals, list, _is_removal)
    )


def _are_all(values: object, kind: type, is_one: Callable[[object], bool]) -> bool:
    return isinstance(values, kind) and all(map(is_one, values.values() if isinstance(values, dict) else values))  # type: ignore[call-overload]


def _is_count(value: object) -> bool:
    return type(value) is int


def _is_triple(value: object) -> bool:
    return isinstance(value, list) and [*map(type, value)] == [int, int, int]


def _is_removal(value: object) -> bool:
    return isinstance(value, list) and [*map(type, value)] == [str] * len(Removal._fields)
