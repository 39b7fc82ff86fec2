"""Builds the documentation site from docs/ and the pages beside it: `python tools/build_site.py build/site`.

The pages are copied as they lie in the repository, so that their links stay right. Needs the extra `docs`. A link to a
page or a heading that does not exist is an error. The site has the playground where npm can fetch what it needs.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

from build_playground import build as build_playground

ROOT = Path(__file__).resolve().parent.parent
PAGES = ("README.md", "CONTRIBUTING.md", "SECURITY.md", "LICENSE-WordNet", "benchmarks/README.md")
GROUPS = {"docs/rules/README.md": "docs/rules/*/*.md", "docs/decisions/README.md": "docs/decisions/0*.md"}
BLOCK = re.compile(r"^(`{3,})(\w+)(?:[ \t]+(\S[^\n]*))?\n(.*?)^\1$", re.MULTILINE | re.DOTALL)
Nav = list[dict[str, "str | Nav"]]


def stage(folder: Path, site_url: str = "") -> None:
    """Copy the pages into `folder/pages`, and write the settings with the navigation into `folder`."""
    pages = folder / "pages"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(ROOT / "docs", pages / "docs", ignore=shutil.ignore_patterns("playground"))
    for name in PAGES:
        (pages / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, pages / name)
    for page in pages.rglob("*.md"):
        page.write_text(with_titles(page.read_text(encoding="utf-8")), encoding="utf-8")
    settings = (ROOT / "zensical.toml").read_text(encoding="utf-8")
    values = f"nav = {to_toml(navigation())}\n" + (f"site_url = {json.dumps(site_url)}\n" if site_url else "")
    settings = settings.replace("[project]\n", f"[project]\n{values}", 1)
    (folder / "zensical.toml").write_text(settings, encoding="utf-8")


def with_titles(page: str) -> str:
    """Return a page whose code blocks have the words after their language as a title, which the site shows."""

    def with_title(block: re.Match[str]) -> str:
        fence, language, words, body = block.groups()
        title = f" title='{words}'" if words else ""
        return f"{fence}{language}{title}\n{body}{fence}"

    return BLOCK.sub(with_title, page)


def navigation() -> Nav:
    """Return the navigation: the README, and a section for each heading of docs/README.md with the pages it links."""
    sections: Nav = [{"newslint": "README.md"}]
    index = (ROOT / "docs" / "README.md").read_text(encoding="utf-8")
    for heading, body in re.findall(r"^## (.+)\n([^#]+)", index, re.MULTILINE):
        section: Nav = []
        for title, target in re.findall(r"\[([^]]+)\]\(([^)#]+\.md)\)", body):
            page = (ROOT / "docs" / target).resolve().relative_to(ROOT).as_posix()
            below = [path.relative_to(ROOT).as_posix() for path in sorted(ROOT.glob(GROUPS.get(page, "no page")))]
            section.append({title: [{title: page}, *({title_of(one): one} for one in below)] if below else page})
        sections.append({heading: section})
    return sections


def title_of(page: str) -> str:
    """Return the title of a page: its first heading."""
    found = re.search(r"^# (.+)$", (ROOT / page).read_text(encoding="utf-8"), re.MULTILINE)
    return found[1] if found else page


def to_toml(nav: str | Nav) -> str:
    """Return a navigation as TOML."""
    if isinstance(nav, str):
        return json.dumps(nav, ensure_ascii=False)
    entries = (f"{{ {to_toml(title)} = {to_toml(value)} }}" for entry in nav for title, value in entry.items())
    return f"[{', '.join(entries)}]"


def add_playground(pages: Path) -> None:
    """Build the playground among the pages and link it; leave it out where it cannot be built, with a message."""
    folder = pages / "docs" / "playground"
    try:
        build_playground(folder, documentation="../")
    except RuntimeError as error:
        shutil.rmtree(folder, ignore_errors=True)
        sys.stderr.write(f"the site is without the playground: {error}\n")
        return
    # Its own folder is the address of the page that describes it.
    folder.rename(folder.with_name("try"))
    page = pages / "docs" / "playground.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("\n\n", "\n\n**[Open the playground](try/index.html)**\n\n", 1), encoding="utf-8")


def build(folder: Path, site_url: str = "") -> None:
    """Build the site in `folder/html`. Raises RuntimeError for a link that does not resolve."""
    stage(folder, site_url)
    add_playground(folder / "pages")
    command = [sys.executable, "-m", "zensical", "build", "--strict"]
    if subprocess.run(command, cwd=folder, check=False).returncode:
        raise RuntimeError("zensical did not build the site; its messages are above")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Build the documentation site.")
    parser.add_argument("folder", type=Path, help="the folder to write; the site is in its folder html")
    parser.add_argument("--site-url", default="", help="the address that the site will have")
    options = parser.parse_args()
    try:
        build(options.folder, options.site_url)
    except (RuntimeError, OSError) as error:
        sys.exit(f"error: {error}")
