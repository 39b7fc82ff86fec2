"""The values of `--clean`: what it applies, and what that changed."""

from __future__ import annotations

from collections.abc import Mapping

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


def is_like(value: object, empty: object) -> bool:
    """Return whether a value of a manifest has the type of a field of `CleanResult`; `empty` is an empty one."""
    if isinstance(empty, Mapping):
        return isinstance(value, dict)
    return isinstance(value, list) if isinstance(empty, tuple) else isinstance(value, type(empty))
