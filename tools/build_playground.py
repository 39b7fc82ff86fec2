"""Builds the playground as a folder that works offline: `python tools/build_playground.py build/playground`.

The folder has newslint's wheel, the scripts that the HTML report has too, and Pyodide, which npm fetches; Node.js
compiles their Python modules. Serve it with any server of files, as with `python -m http.server --directory
build/playground`.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

import newslint
from newslint.reporters.html import document

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "docs" / "playground"
PYODIDE = "pyodide@314.0.7"  # on npm
PYODIDE_FILES = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json")
EXAMPLE = ROOT / "seeds" / "e.txt"
DOCUMENTATION = '<a href="../README.md" rel="noreferrer">the documentation</a>'  # right in the repository alone
STYLES = ("base.css", "findings.css", "article.css", "print.css")


def build(folder: Path, pyodide: Path | None = None, documentation: str = newslint.DOCUMENTATION) -> None:
    """Build the playground in a folder, which is made. `pyodide` is the unpacked npm package (default: npm fetches it).

    `documentation` is the address of the documentation; without one, the page says where it stands in the repository.
    Raises RuntimeError with the output of a program that failed, and OSError.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("worker.js", "lint.py"):
        shutil.copy(SOURCE / name, folder / name)
    write_page(folder / "index.html", documentation)
    shutil.copy(EXAMPLE, folder / "example.txt")
    style = document.style(*STYLES) + (SOURCE / "playground.css").read_text(encoding="utf-8")
    (folder / "playground.css").write_text(style, encoding="utf-8")
    script = (SOURCE / "playground.js").read_text(encoding="utf-8")
    (folder / "playground.js").write_text(document.script(*document.ARTICLE_SCRIPTS, more=script), encoding="utf-8")
    with tempfile.TemporaryDirectory() as work:
        (wheel,) = build_wheel(Path(work))
        shutil.copy(wheel, folder / "newslint.whl")
        package = pyodide or fetch_pyodide(Path(work))
        (folder / "pyodide").mkdir(exist_ok=True)
        for name in PYODIDE_FILES:
            shutil.copy(package / name, folder / "pyodide" / name)
    archives = [folder / "newslint.whl", folder / "pyodide" / "python_stdlib.zip"]
    # A browser takes longer to compile the modules than to load them.
    run(["node", str(ROOT / "tools/compile_python.mjs"), str(folder / "pyodide"), *map(str, archives)])


def write_page(path: Path, documentation: str) -> None:
    """Write the page, with a link to the documentation if it has an address."""
    link = DOCUMENTATION.replace("../README.md", documentation) if documentation else "docs/README.md in its repository"
    page = (SOURCE / "index.html").read_text(encoding="utf-8").replace(DOCUMENTATION, link)
    path.write_text(page, encoding="utf-8")


def build_wheel(work: Path) -> list[Path]:
    """Return newslint's wheel, built from this clone."""
    run([sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(work / "wheel"), str(ROOT)])
    return [*(work / "wheel").glob("*.whl")]


def fetch_pyodide(work: Path) -> Path:
    """Return the folder with Pyodide's files, fetched from npm."""
    run(["npm", "pack", "--silent", "--pack-destination", str(work), PYODIDE])
    (archive,) = work.glob("pyodide-*.tgz")
    with tarfile.open(archive) as packed:
        for name in PYODIDE_FILES:
            packed.extract(f"package/{name}", work)
    return work / "package"


def run(command: list[str]) -> None:
    """Run a program. Raises RuntimeError with what it printed if it fails."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except FileNotFoundError as error:
        raise RuntimeError(f"{command[0]} is not installed; it is needed to build the playground") from error
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)} failed:\n{done.stdout}{done.stderr}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Build the playground as a folder that works offline.")
    parser.add_argument("folder", type=Path, help="the folder to write")
    parser.add_argument("--pyodide", type=Path, help=f"the unpacked npm package {PYODIDE} (default: npm fetches it)")
    options = parser.parse_args()
    try:
        build(options.folder, options.pyodide)
    except (RuntimeError, OSError) as error:
        sys.exit(f"error: {error}")
