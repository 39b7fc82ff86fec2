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


def write_report(file: Path) -> None:
    """Write the HTML report on seeds/."""
    command = [sys.executable, "-m", "newslint", "seeds/", "--isolated", "--format", "html", "-o", str(file)]
    subprocess.run(command, cwd=ROOT, stderr=subprocess.DEVNULL, check=False)


def photograph(address: str, picture: Path, size: str, profile: Path) -> None:
    """Take a screenshot of the upper part of a page; `size` is "width,height" in pixels."""
    assert CHROMIUM, "Chromium is not installed"
    flags = [*FLAGS, f"--user-data-dir={profile}", f"--window-size={size}", f"--screenshot={picture}"]
    subprocess.run([CHROMIUM, *flags, address], check=True, capture_output=True, timeout=120)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "report.html"
        write_report(page)
        photograph(page.as_uri(), IMAGES / "report.png", "1280,900", Path(folder) / "profile")
        photograph(f"{page.as_uri()}#rules", IMAGES / "report-summary.png", "1280,760", Path(folder) / "profile")
