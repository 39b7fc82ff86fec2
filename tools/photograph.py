"""Takes the pictures of the report in docs/images, of what newslint finds in seeds/: `python tools/photograph.py`.

Needs Chromium. Take them anew when the report looks different, or when it finds something else.
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
    """The report on seeds/."""
    command = [sys.executable, "-m", "newslint", "seeds/", "--format", "html"]
    return subprocess.run(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False
    ).stdout.decode()


def one_article(page: str, path: str) -> str:
    """The report with this article first, since a picture begins where the page does."""
    before, _, rest = page.partition("<main>")
    folder, _, name = path.rpartition("/")
    at = rest.index(f'<span class="folder">{folder}/</span>{name}</h3>')
    head = before[: before.index('<header class="masthead">')]
    return f"{head}<main>{rest[rest.rindex('<article', 0, at) :]}"


def photograph(page: str, picture: Path, size: str) -> None:
    """Open the page as a file, and take its upper part."""
    assert CHROMIUM, "there is no Chromium here"
    with tempfile.TemporaryDirectory() as place:
        file = Path(place) / "page.html"
        file.write_text(page, encoding="utf-8")
        flags = [*FLAGS, f"--user-data-dir={place}/profile", f"--window-size={size}", f"--screenshot={picture}"]
        subprocess.run([CHROMIUM, *flags, file.as_uri()], check=True, capture_output=True, timeout=120)


if __name__ == "__main__":
    seeds = report()
    photograph(seeds, IMAGES / "report-summary.png", "1180,935")
    photograph(one_article(seeds, "seeds/e.txt"), IMAGES / "report.png", "1180,1036")
