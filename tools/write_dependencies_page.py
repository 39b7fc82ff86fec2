"""Writes docs/dependencies.md: what newslint installs, with licences, from the metadata of the installed packages.

python tools/write_dependencies_page.py [--check]

The extras `corpus`, `lsp`, `mcp` and `watch` must be installed. The page holds no versions, because they change with
every release of another project.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

PAGE = Path(__file__).resolve().parent.parent / "docs" / "dependencies.md"
HEAD = """\
<!-- Written by tools/write_dependencies_page.py from the metadata of installed packages. -->

# Dependencies and licences

newslint itself is under the MIT licence, and the words from WordNet in it under [that of WordNet](../LICENSE-WordNet).
Below is what `pip install .` and its extras install, with what these packages need in turn. The licences are
those that the packages state in their metadata.

`pip-audit` compares these packages with known weaknesses. It runs for each release and every
week in a [workflow](../.github/workflows/audit.yml).
"""
EXTRAS = {
    "": "`pip install .`",
    "lsp": "`pip install '.[lsp]'`: the language server, in addition",
    "corpus": "`pip install '.[corpus]'`: corpora and web archives, in addition",
    "mcp": "`pip install '.[mcp]'`: the server for assistants, in addition",
    "watch": "`pip install '.[watch]'`: `--watch`, in addition",
}
NOT_LISTED = """\
## Not listed

- The extra `ray` installs Ray (Apache-2.0) and what it needs.
- `tomli` (MIT), `exceptiongroup` (MIT), `colorama` (BSD) and `pywin32` (PSF) are installed on old versions of
  Python or on Windows.
"""
ONLY_SOMEWHERE = {
    "colorama",
    "exceptiongroup",
    "httpx2-jsfetch",
    "pywin32",
    "tomli",
}  # by the platform or version of Python
NAMES = {
    "Apache 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "BSD License": "BSD",
    "ISC License": "ISC",
    "ISC License (ISCL)": "ISC",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
}
MAX_LICENCE_CHARS = 60  # some packages have the whole text in the field of its name
REQUIREMENT = re.compile(r"([\w.-]+)\s*(?:\[([\w,\s-]*)\])?[^;]*(?:;(.*))?")


def requirements(package: Distribution, extra: str) -> Iterator[str]:
    """Yield the names of what a package needs, with one of its extras or with none."""
    for requirement in package.requires or ():
        match = REQUIREMENT.match(requirement)
        assert match, requirement
        name, _, marker = match.groups(default="")
        asked = re.search(r"extra\s*==\s*['\"]([\w-]+)['\"]", marker)
        if (asked[1] if asked else "") == extra:
            yield normalized(name)


def normalized(name: str) -> str:
    """Return the name of a package in its usual form."""
    return re.sub(r"[-_.]+", "-", name).lower()


def installed(name: str) -> Distribution | None:
    """Return a package, or None if this platform or version of Python does not need it."""
    try:
        return distribution(name)
    except PackageNotFoundError:
        if name in ONLY_SOMEWHERE:
            return None
        raise


def licence(package: Distribution) -> str:
    """Return the licence that a package states: as an expression, in words, or as a classifier."""
    metadata = package.metadata
    fields = dict(metadata.items())
    classifiers = [value for key, value in metadata.items() if key == "Classifier" and value.startswith("License ::")]
    stated = [fields.get("License-Expression", ""), fields.get("License", "").strip()]
    stated += [value.split("::")[-1].strip() for value in classifiers]
    found = next((text for text in stated if text and len(text) <= MAX_LICENCE_CHARS and "\n" not in text), "")
    if not found:
        raise SystemExit(f"{package.name} states no licence; look for it, and name it here")
    return NAMES.get(found, found)


def rows(extra: str, listed: set[str]) -> Iterator[str]:
    """Yield the rows of a table: each package with its licence and what needs it. Adds to `listed`."""
    needed_by: dict[str, set[str]] = {}
    names = [("newslint", name) for name in requirements(distribution("newslint"), extra)]
    while names:
        parent, name = names.pop()
        package = installed(name)
        if package is None or name in ONLY_SOMEWHERE or name in listed:
            continue
        if name not in needed_by:
            names += [(name, other) for other in requirements(package, "")]
        needed_by.setdefault(name, set()).add(parent)
    listed.update(needed_by)
    for name, parents in sorted(needed_by.items()):
        package = installed(name)
        assert package is not None
        yield f"| {name} | {licence(package)} | {', '.join(sorted(parents))} |"


def page() -> str:
    """Return the page."""
    listed: set[str] = set()
    parts = [HEAD]
    for extra, title in EXTRAS.items():
        parts.append(
            "\n".join([f"## {title}\n", "| package | licence | needed by |", "|---|---|---|", *rows(extra, listed)])
        )
    return "\n".join([*(f"{part.rstrip()}\n" for part in parts), NOT_LISTED])


def main() -> int:
    """Write the page, or with `--check` return 1 if it differs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="Compare instead of writing.")
    if parser.parse_args().check:
        if PAGE.exists() and PAGE.read_text(encoding="utf-8") == page():
            return 0
        sys.stderr.write("docs/dependencies.md is stale: run tools/write_dependencies_page.py\n")
        return 1
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
