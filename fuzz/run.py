"""Fuzzes newslint, guided by coverage: `fuzz/run.py TARGET FOLDER [--seconds N]`; needs `pip install atheris`.

FOLDER keeps the corpus that the fuzzer grows, so that the next run goes on from it, and in `found/` the inputs that
break a promise, with their tracebacks: of those that break at the same line, one. The targets are in `targets.py`.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import traceback
from pathlib import Path

import atheris

ROOT = Path(__file__).parents[1]
PACKAGES = ["newslint", *(path.name for path in sorted((ROOT / "plugins").glob("newslint_*")))]

with atheris.instrument_imports(include=PACKAGES, enable_loader_override=False):
    from seeds import MAX_INPUT_BYTES, dictionary, seeds
    from targets import TARGETS

MAX_SECONDS_PER_INPUT = 30


def main() -> None:
    """Run one target until the time is up."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("target", choices=TARGETS)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seconds", type=int, default=600)
    options = parser.parse_args()
    corpus, found = options.folder / "corpus", options.folder / "found"
    for folder in (corpus, found):
        folder.mkdir(parents=True, exist_ok=True)
    for seed in seeds(options.target):
        (corpus / hashlib.sha256(seed).hexdigest()[:20]).write_bytes(seed)
    words = options.folder / "dictionary"
    words.write_text(dictionary(), encoding="ascii")
    target = TARGETS[options.target]

    def call(data: bytes) -> None:
        try:
            target(data)
        except Exception as error:
            frames = traceback.extract_tb(error.__traceback__)
            place = f"{type(error).__name__} {frames[-1].filename}:{frames[-1].lineno}"
            name = hashlib.sha256(place.encode()).hexdigest()[:12]
            if not (found / name).exists():
                (found / name).write_bytes(data)
                (found / f"{name}.txt").write_text(traceback.format_exc(), encoding="utf-8", errors="backslashreplace")
                sys.stderr.write(f"found: {place}; see {found / name}.txt\n")

    arguments = [
        f"-dict={words}", f"-max_total_time={options.seconds}", f"-max_len={MAX_INPUT_BYTES}",
        f"-timeout={MAX_SECONDS_PER_INPUT}", f"-artifact_prefix={found}/", "-rss_limit_mb=1500", "-print_final_stats=1",
    ]  # fmt: skip
    atheris.Setup([sys.argv[0], *arguments, str(corpus)], call)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
