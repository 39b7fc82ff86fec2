"""Writes the public address of the project into a checkout: `python tools/set_address.py REPOSITORY DOCUMENTATION`.

The repository itself names no address. The workflows of a release know theirs, and run this before they build: then the
URLs of rules, `[project.urls]` and the examples with `<this repository>` are right in what is published. With
`--package`, the links of the README and of the changelog become absolute too, since a package index and the notes of a
release show them without the other files.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parent.parent


def set_address(root: Path, repository: str, documentation: str, *, for_package: bool = False) -> None:
    """Write both addresses into the files below `root`. Raises ValueError for one that is not an https address."""
    for address in (repository, documentation):
        if not re.fullmatch(r"https://[\w.-]+(/[\w./-]*)?", address):
            raise ValueError(f"{address!r} is not an https address; give the repository's, then the documentation's")
    repository, documentation = repository.rstrip("/"), documentation.rstrip("/") + "/"
    (version,) = re.findall(r'^__version__ = "(.*)"$', read(root / "src/newslint/__init__.py"), re.MULTILINE)
    replace(root / "src/newslint/__init__.py", 'DOCUMENTATION = ""', f'DOCUMENTATION = "{documentation}"')
    urls = {
        "Documentation": documentation,
        "Source": repository,
        "Issues": f"{repository}/issues",
        "Changelog": f"{repository}/blob/v{version}/CHANGELOG.md",
    }
    table = "".join(f"{name} = {json.dumps(url)}\n" for name, url in urls.items())
    replace(root / "pyproject.toml", "\n[project.scripts]\n", f"\n[project.urls]\n{table}\n[project.scripts]\n")
    replace(root / "CITATION.cff", "\ntype: software\n", f'\ntype: software\nrepository-code: "{repository}"\n')
    for page in (root / "README.md", *(root / "docs").glob("*.md")):
        text = read(page).replace("uses: <this repository>", f"uses: {urlsplit(repository).path.strip('/')}")
        write(page, text.replace("<this repository>", repository).replace("<a release>", f"v{version}"))
    if for_package:
        for name in ("README.md", "CHANGELOG.md"):
            write(root / name, with_absolute_links(read(root / name), repository, f"v{version}"))


def with_absolute_links(page: str, repository: str, revision: str) -> str:
    """Return a page of the top folder whose relative links lead to a revision of the repository."""

    def absolute(match: re.Match[str]) -> str:
        is_image, text, target = match.groups()
        if "://" in target or target.startswith("#"):
            return match[0]
        return f"{is_image}[{text}]({repository}/{'raw' if is_image else 'blob'}/{revision}/{target})"

    # An image may be the text of a link, so images come first.
    page = re.sub(r"(!)\[([^]]*)\]\(([^)\s]+)\)", absolute, page)
    return re.sub(r"(?<!!)()\[((?:!\[[^]]*\]\([^)]*\)|[^]!])*)\]\(([^)\s]+)\)", absolute, page)


def read(path: Path) -> str:
    """Return the text of a file."""
    return path.read_text(encoding="utf-8")


def write(path: Path, text: str) -> None:
    """Write the text of a file."""
    path.write_text(text, encoding="utf-8", newline="\n")


def replace(path: Path, old: str, new: str) -> None:
    """Replace what stands once in a file. Raises ValueError if it does not."""
    text = read(path)
    if text.count(old) != 1:
        raise ValueError(f"{path} must hold {old.strip()!r} once; was the address set before?")
    write(path, text.replace(old, new))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Write the public address of the project into a checkout.")
    parser.add_argument("repository", help="the address of the repository, as in https://host.example/owner/newslint")
    parser.add_argument("documentation", help="the address of the documentation site")
    parser.add_argument(
        "--package", action="store_true", help="also make the links of the README and of the changelog absolute"
    )
    options = parser.parse_args()
    try:
        set_address(ROOT, options.repository, options.documentation, for_package=options.package)
    except ValueError as error:
        sys.exit(f"error: {error}")
