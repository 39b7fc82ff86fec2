"""Takes the screenshots of the HTML report on seeds/ for docs/images: `python tools/photograph.py`.

Needs Chromium. Run it again when the report or its findings have changed.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs" / "images"
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
FLAGS = (
    "--headless --no-sandbox --disable-gpu --hide-scrollbars --disable-lcd-text --force-device-scale-factor=1.5".split()
)


def report() -> str:
    """Return the HTML report on seeds/."""
    command = [sys.executable, "-m", "newslint", "seeds/", "--format", "html"]
    return subprocess.run(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False
    ).stdout.decode()


def one_article(page: str, path: str) -> str:
    """Return the report with this article at the top, since a screenshot begins at the top of a page."""
    before, _, rest = page.partition("<main>")
    folder, _, name = path.rpartition("/")
    at = rest.index(f'<span class="folder">{folder}/</span>{name}</h3>')
    head = before[: before.index('<header class="masthead">')]
    return f"{head}<main>{rest[rest.rindex('<article', 0, at) :]}"


def photograph(page: str, picture: Path, size: str) -> None:
    """Take a screenshot of the upper part of a page; `size` is "width,height" in pixels."""
    assert CHROMIUM, "Chromium is not installed"
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "page.html"
        file.write_text(page, encoding="utf-8")
        flags = [*FLAGS, f"--user-data-dir={folder}/profile", f"--window-size={size}", f"--screenshot={picture}"]
        subprocess.run([CHROMIUM, *flags, file.as_uri()], check=True, capture_output=True, timeout=120)


if __name__ == "__main__":
    seeds = report()
    photograph(seeds, IMAGES / "report-summary.png", "1180,935")
    photograph(one_article(seeds, "seeds/e.txt"), IMAGES / "report.png", "1180,1036")
