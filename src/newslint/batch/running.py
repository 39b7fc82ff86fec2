"""The runs that write into one folder of results: those with other settings or other files are refused.

Several runs may work on the shards of one job. Each leaves a file with its owner while it runs.
"""

import json
import math
import os
import socket
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from newslint.batch.storage import join_path, list_names, read, remove, remove_incomplete, write
from newslint.batch.units import UNITS_FOLDER, digest
from newslint.files import FileError
from newslint.named_tuple import NamedTuple

PREFIX = ".running-"
MAX_AGE_SECONDS = 7 * 24 * 3600  # of a run on another machine, whose end nobody can see from here


class Owner(NamedTuple):
    """A run, as its file describes it."""

    host: str
    pid: int
    started: float  # seconds since 1970
    job: str  # a digest of what decides its results


@contextmanager
def writing_to(out: str, job: str, folders: Iterable[str]) -> Iterator[bool]:
    """Hold a folder of results for a job, and yield whether no other run writes there.

    Raises FileError if another run holds it for another job. `job` is a digest of what decides the results of the job.
    If no other run writes there, the incomplete files of runs that were killed are deleted from `folders`.
    """
    owner = Owner(socket.gethostname(), os.getpid(), time.time(), job)
    mine = join_path(out, UNITS_FOLDER, f"{PREFIX}{digest(str(owner))}")
    write(mine, json.dumps(owner._asdict()).encode())
    try:
        others = list(_others(out, mine))
        for location, other in others:
            if other.job != job:
                minutes = max(0, int(time.time() - other.started)) // 60
                raise FileError(
                    f"{out}: process {other.pid} on {other.host} has been writing there for {minutes} min, with "
                    f"other settings or files; wait for its end, choose another --out, or delete {location}"
                )
        if not others:
            for folder in (UNITS_FOLDER, *folders):
                # The folder itself may be that of the corpus, with millions of files below it.
                remove_incomplete(join_path(out, folder) if folder else out, recursive=folder != "")
        yield not others
    finally:
        remove(mine)


def _others(out: str, mine: str) -> Iterator[tuple[str, Owner]]:
    """Yield the other runs that still write to the folder, and delete what runs that ended have left."""
    folder = join_path(out, UNITS_FOLDER)
    for name in sorted(list_names(folder)):
        location = join_path(folder, name)
        if not name.startswith(PREFIX) or location == mine:
            continue
        try:
            other = Owner(**json.loads(read(location)))
            is_running = math.isfinite(other.started) and _is_running(other)
        # It has ended meanwhile, or was cut off by the end.
        except (OSError, ValueError, TypeError, OverflowError, RecursionError):
            continue
        if is_running:
            yield location, other
        else:
            remove(location)


def _is_running(owner: Owner) -> bool:
    age = time.time() - owner.started
    if owner.host != socket.gethostname() or os.name == "nt":
        return age < MAX_AGE_SECONDS
    try:
        os.kill(owner.pid, 0)
    except ProcessLookupError:
        return False
    except OSError:  # of another user
        pass
    return True
