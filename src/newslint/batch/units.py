"""Units and their manifests: names, what was done before, commits, and results of an earlier state of the files."""

from __future__ import annotations

import json
import math
import os
import re
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from concurrent.futures import ThreadPoolExecutor
from hashlib import blake2b
from typing import Any, TypeVar

from newslint.batch.storage import THREADS, join_path, list_names, read, remove, write
from newslint.batch.types import AnyManifest, Manifest, WorkUnit
from newslint.console import print_stderr
from newslint.named_tuple import NamedTuple
from newslint.text.words import pluralize

UNITS_FOLDER = "_units"
MAX_NAME_CHARS = 60
MAX_NAME_BYTES = 120  # a name may have 255 on most file systems, with what tells it from others
EMPTY: dict[str, Any] = {"unit": "", "input_digest": ""}  # what a manifest has at least
FILE_PREFIX = re.compile(r".*-[0-9a-f]{12}(?=-)", re.DOTALL)

AnyUnit = TypeVar("AnyUnit", bound=WorkUnit)


def digest(*parts: str) -> str:
    """Return a digest of these strings, in twelve hexadecimal digits."""
    return blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()


def file_prefix(path: str) -> str:
    """Return what the names of all units of a file begin with: its base name and a digest of its path."""
    stem = os.path.basename(path).split(".")[0].encode("utf-8", "replace")[:MAX_NAME_BYTES].decode("utf-8", "ignore")
    return f"{stem[:MAX_NAME_CHARS]}-{digest(path)}"


def manifest_path(out: str, unit: str) -> str:
    """Return the location of a unit's manifest below the folder of results."""
    return join_path(out, UNITS_FOLDER, f"{unit}.json")


def read_manifest(
    location: str, manifest_type: type[AnyManifest], is_valid: Callable[[AnyManifest], bool] | None = None
) -> AnyManifest | None:
    """Return a manifest; None where it is missing or invalid, so that its unit runs again.

    `is_valid` looks at the values where manifests of the type hold more than counts.
    """
    try:
        manifest = manifest_type(**json.loads(read(location)))
    except (OSError, ValueError, TypeError, RecursionError):
        return None
    if is_valid:
        return manifest if is_valid(manifest) else None
    values, defaults = manifest._asdict(), manifest_type(**EMPTY)._asdict()
    return manifest if all(_is_like(values[name], default) for name, default in defaults.items()) else None


def _is_like(value: Any, empty: Any) -> bool:
    """Return whether a value of a manifest has the type with which it was written; `empty` is the value by default."""
    if isinstance(empty, Mapping):
        return isinstance(value, dict) and all(map(_is_count, value.values()))
    if isinstance(empty, tuple):
        return isinstance(value, list) and all(isinstance(one, str) for one in value)
    if isinstance(empty, str):
        return isinstance(value, str)
    return isinstance(value, (int, float)) and math.isfinite(value)


def _is_count(value: Any) -> bool:
    is_pair = isinstance(value, list) and [*map(type, value)] == [int, int]
    return is_pair or isinstance(value, (int, str))


def load_manifest(
    location: str,
    manifest_type: type[AnyManifest],
    input_digest: str,
    is_valid: Callable[[AnyManifest], bool] | None = None,
) -> AnyManifest | None:
    """Return a manifest; None where it is missing, invalid, or of another input."""
    manifest = read_manifest(location, manifest_type, is_valid)
    return manifest if manifest is not None and manifest.input_digest == input_digest else None


def write_manifest(location: str, manifest: Manifest) -> None:
    """Write a manifest atomically."""
    write(location, json.dumps(manifest._asdict()).encode())


def commit(out: str, manifest: Manifest, possible_files: Iterable[str]) -> None:
    """Delete the files that an earlier run of the unit wrote and this one did not; then write its manifest, last."""
    for name in possible_files:
        if name not in manifest.files:
            remove(join_path(out, name))
    write_manifest(manifest_path(out, manifest.unit), manifest)


def find_pending(
    out: str, units: Sequence[AnyUnit], manifest_type: type[AnyManifest]
) -> tuple[dict[str, AnyManifest], list[AnyUnit]]:
    """Return the manifests of the units that were done before, by name, and the units that are to be run."""
    committed = list_names(join_path(out, UNITS_FOLDER))

    def load(unit: AnyUnit) -> AnyManifest | None:
        return load_manifest(manifest_path(out, unit.name), manifest_type, unit.input_digest)

    with ThreadPoolExecutor(THREADS) as threads:
        found = threads.map(load, [unit for unit in units if f"{unit.name}.json" in committed])
        done = {manifest.unit: manifest for manifest in found if manifest is not None}
    if done:
        print_stderr(f"{len(done):,} of {pluralize(len(units), 'unit')} done before; {len(units) - len(done):,} to run")
    return done, [unit for unit in units if unit.name not in done]


class OldResults(NamedTuple):
    """What a folder of results holds that is not of the units that are to be run."""

    outdated: list[str]  # locations of the results of the same files, which were divided differently before
    others: list[str]  # units of other files that have a manifest


def find_old_results(out: str, units: Sequence[WorkUnit], folders: Mapping[str, Set[str]]) -> OldResults:
    """Find the results below `out` that are not of these units.

    `folders` are the folders with results, each with the names that results there may have, without suffixes.
    """
    expected = {unit.name for unit in units}
    prefixes = {file_prefix(path) for unit in units for path in unit.paths}
    found = OldResults([], [])
    for folder, names in ((UNITS_FOLDER, expected), *folders.items()):
        location = join_path(out, folder) if folder else out
        for name in sorted(list_names(location)):
            unit = name.partition(".")[0]
            if unit in names:
                continue
            is_manifest = folder == UNITS_FOLDER and name.endswith(".json")
            if _prefix_of(unit) in prefixes and not (is_manifest and _has_other_files(out, unit, prefixes)):
                found.outdated.append(join_path(location, name))
            elif is_manifest:
                found.others.append(unit)
    return found


def _has_other_files(out: str, unit: str, prefixes: Set[str]) -> bool:
    """Return whether the manifest of a unit names files with other prefixes."""
    try:
        paths = json.loads(read(manifest_path(out, unit))).get("paths", ())
        return not {file_prefix(path) for path in paths} <= prefixes
    except (OSError, ValueError, TypeError, AttributeError):  # invalid: it is written again
        return False


def _prefix_of(unit: str) -> str:
    """Return the part of a unit's name that all units of its file share; empty where it is not a unit's name."""
    found = FILE_PREFIX.match(unit)
    return found[0] if found else ""
