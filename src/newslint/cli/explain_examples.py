"""The examples of `--explain`: what the fix of a finding does, and the places that belong to it."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.api import Diagnostic, Rule
from newslint.engine.checker import format_plugin_error
from newslint.engine.example_blocks import ExampleBlock
from newslint.engine.examples import example_findings
from newslint.engine.fixes import apply_fixes
from newslint.linter.example_settings import set_up_example

FENCE = "```"


def with_results(rule: Rule, documentation: str) -> str:
    """Return the documentation of a rule with what newslint says of its `bad` blocks, below each of them.

    If the rule raises, the documentation stays as it is.
    """
    try:
        findings = list(example_findings(rule, documentation, set_up_example))
    except BaseException as error:  # whatever a plugin raises; --test reports it
        format_plugin_error(error)
        return documentation
    lines = documentation.split("\n")
    for block, diagnostics, after in reversed(findings):
        ends = (number for number in range(block.line, len(lines)) if lines[number].rstrip() == FENCE)
        end = next(ends, len(lines))
        lines[end + 1 : end + 1] = _results(block, diagnostics, is_shown=after is not None and after.kind == "fixed")
    return "\n".join(lines)


def _results(block: ExampleBlock, diagnostics: list[Diagnostic], *, is_shown: bool) -> Iterator[str]:
    """Yield lines for the related places and the fixes of the findings in a block."""
    for diagnostic in diagnostics:
        for location, message in diagnostic.related:
            path = f"{location.path}:" if location.path != block.path else ""
            yield f"  see {path}{location.start.line}:{location.start.column}: {message}"
    fixes = [one.fix for one in diagnostics if one.fix]
    for title, is_safe in dict.fromkeys((fix.title, fix.safe) for fix in fixes):
        yield f"  fix: {title} ({'--fix' if is_safe else '--fix --unsafe-fixes'})"
    if fixes and not is_shown:
        yield from ("", f"{FENCE}fixed", *apply_fixes(block.text, fixes).rstrip("\n").split("\n"), FENCE)
