"""One line for a folder, where a rule has a finding in most of its articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from newslint.cli.reporting import CountedFindings
from newslint.linter.run import Run, folder_of
from newslint.model import Diagnostic

MIN_FINDINGS = 2


def fold_by_folder(
    first: Diagnostic, others: Iterable[Diagnostic], run: Run, findings: CountedFindings
) -> Iterator[Diagnostic]:
    """Yield the findings of an ended run; of those that most articles of a folder have, only the first.

    It then has the message for the folder, with the count. `findings` gets the number of the others.
    """
    told: set[tuple[str, str]] = set()
    for diagnostic in chain([first], others):
        rule, folder = diagnostic.rule, folder_of(diagnostic.location.path)
        folder_message = run.linter.all_rules[rule].folder_message
        count, articles = run.flagged_by_folder[rule, folder], run.articles_by_folder[folder]
        if not folder_message or count < MIN_FINDINGS or 2 * count <= articles:
            yield diagnostic
        elif (rule, folder) not in told:
            told.add((rule, folder))
            message = f"{count} of {articles} articles in {folder} {folder_message}"
            yield diagnostic._replace(message=message, related=())
        else:
            findings.folded += 1
