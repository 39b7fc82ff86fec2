"""`newslint-corpus` and `newslint-extract` on Ray: two nodes on loopback, one of which is lost during the run."""

from __future__ import annotations

import os
import secrets
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("ray", reason="clusters come with the extra ray")

from archives import OBEYS, compress_each, html_page, http_response, numbered_records, read_bytes, warc_record
from corpora import (
    ARTICLES,
    OBEY,
    PLUGIN,
    read_counts,
    read_findings,
    read_quarantine,
    wait_for_processes,
    write_jsonl,
    write_parquet,
)
from support import FAULTY, ROOT, Write

pytestmark = pytest.mark.slow


class Cluster:
    """A cluster of two nodes with one processor each and its own token."""

    def __init__(self) -> None:
        self.folder = tempfile.mkdtemp(prefix="r")  # a short path, since the names of sockets are limited
        self.env = {**os.environ, "RAY_AUTH_MODE": "token", "RAY_AUTH_TOKEN": secrets.token_hex(16)}
        self.env |= {"RAY_TMPDIR": self.folder, "RAY_USAGE_STATS_ENABLED": "0", "NEWSLINT_TRUST_LOCAL": "1"}
        command = [sys.executable, str(ROOT / "tests/helpers/ray_cluster.py")]
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, env=self.env)
        self.address = self._answer()
        self.whole = True

    def _answer(self) -> str:
        assert self.process.stdout
        return self.process.stdout.readline().strip()

    def lose_a_node(self) -> None:
        """Remove the other node, if it still exists."""
        if self.whole:
            self._remove("the other node")
        self.whole = False

    def lose_the_head(self) -> None:
        """End the process that leads the cluster."""
        self._remove("lose the head")

    def _remove(self, what: str) -> None:
        assert self.process.stdin
        self.process.stdin.write(f"{what}\n")
        self.process.stdin.flush()
        assert self._answer() == "removed"

    def corpus(self, *args: str, cwd: Path, module: str = "newslint.corpus.main") -> subprocess.Popen[str]:
        command = [sys.executable, "-m", module, *args]
        where = ["--engine", "ray", "--address", self.address]
        return subprocess.Popen(
            [*command, *where], cwd=cwd, env=self.env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )

    def stop(self) -> None:
        assert self.process.stdin
        self.process.stdin.close()
        try:
            self.process.wait(60)
        finally:
            self.process.kill()
            self.process.wait()
            if self.process.stdout:
                self.process.stdout.close()
            shutil.rmtree(self.folder, ignore_errors=True)


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    made = Cluster()
    try:
        assert made.address
        yield made
    finally:
        made.stop()


def test_a_cluster_finds_the_same_as_one_machine_and_survives_a_lost_node(
    cluster: Cluster, write: Write, tmp_path: Path
) -> None:
    write_parquet(tmp_path / "a.parquet", ARTICLES, rows=3, is_large=True)
    write_jsonl(tmp_path / "b.jsonl.gz", {f"b/{name}": text for name, text in ARTICLES.items()})
    options = ("[ab].*", "--isolated", "--id-column", "name", "--out")
    command = [sys.executable, "-m", "newslint.corpus.main", *options, "here"]
    assert subprocess.run(command, cwd=tmp_path).returncode == 0
    with cluster.corpus(*options, "there", cwd=tmp_path) as there:
        out, errors = there.communicate(timeout=120)
    assert there.returncode == 0, errors
    assert out.startswith(f"{2 * len(ARTICLES)} records = ")  # and nothing of Ray's before it
    assert read_findings(tmp_path / "there") == read_findings(tmp_path / "here")

    # Both nodes work when one is lost, and one article kills its process on either node.
    write("obey.py", PLUGIN)
    write(".newslint.toml", OBEY)
    for number in range(6):
        first = {2: "please die", 3: f"please wait in {tmp_path}\n", 4: f"please wait in {tmp_path}\n"}.get(
            number, FAULTY
        )
        articles = {f"{number}-0": first, f"{number}-1": FAULTY, f"{number}-2": FAULTY}
        write_parquet(tmp_path / f"u{number}.parquet", articles, is_large=True)
    options = ("u*.parquet", "--id-column", "name", "--max-quarantined", "1", "--out")
    with cluster.corpus(*options, "more", cwd=tmp_path) as run:
        assert len(set(wait_for_processes(tmp_path, 2))) == 2
        cluster.lose_a_node()
        (tmp_path / "go").touch()
        assert run.wait(120) == 0, run.stderr and run.stderr.read()
    assert read_counts(tmp_path / "more") == (18, 17, 1)
    ((bad, row),) = read_quarantine(tmp_path / "more").items()
    assert (bad, row["reason"]) == (("u2.parquet", 1), "crashed-process")
    seen = [line for line in read_findings(tmp_path / "more") if "obey/order" in line]
    assert len(seen) == len(set(seen)) == 17


def test_a_third_party_plugin_is_sent_to_the_cluster_as_a_wheel(cluster: Cluster, write: Write, tmp_path: Path) -> None:
    source = shutil.copytree(ROOT / "tests/sample_plugin", tmp_path / "source")  # a build leaves files in the folder
    pip = [sys.executable, "-m", "pip", "-q"]
    subprocess.run([*pip, "wheel", "--no-deps", "--no-build-isolation", "-w", str(tmp_path), str(source)], check=True)
    (wheel,) = tmp_path.glob("*.whl")
    # Installed where the job starts, not on the nodes.
    subprocess.run([*pip, "install", "--no-deps", "--target", str(tmp_path / "site"), str(wheel)], check=True)
    write(".newslint.toml", 'plugins = ["acme"]\nselect = ["acme"]\n')
    write_parquet(tmp_path / "a.parquet", {"a": "The splash needs a nib.\n"})
    # Two nodes on one machine unpack the wheel in one folder, and each replaces the files of the other.
    cluster.lose_a_node()
    cluster.env["PYTHONPATH"] = os.pathsep.join([str(tmp_path / "site"), os.environ.get("PYTHONPATH", "")])
    try:
        with cluster.corpus("a.parquet", "--out", "found", cwd=tmp_path) as run:
            _, errors = run.communicate(timeout=120)
        assert run.returncode == 2 and "install the same versions on every machine" in errors, errors
        assert not list((tmp_path / "found/_units").glob("*.json"))  # nothing was committed without the plugin
        with cluster.corpus("a.parquet", "--py-module", str(wheel), "--out", "found", cwd=tmp_path) as run:
            assert run.wait(120) == 0, run.stderr and run.stderr.read()
    finally:
        del cluster.env["PYTHONPATH"]
    assert "acme/jargon" in "".join(read_findings(tmp_path / "found"))


def test_an_extraction_on_a_cluster_that_loses_a_node_gives_the_same_bytes(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(8):
        parts = compress_each(numbered_records(40, 100 * number))
        parts[3:3] = [parts[3][:-9]]  # a member that ends too early
        if number == 5:
            parts += compress_each([warc_record(http_response(html_page("please die")), "https://post.example/d")])
        write(f"{number}.warc.gz", b"".join(parts))
    options = ("*.warc.gz", "--max-quarantined", "9", "--out")
    # An extractor that one page crashes, in every process.
    path = write("site/sitecustomize.py", OBEYS)
    monkeypatch.setenv("PYTHONPATH", str(path.parent))
    command = [sys.executable, "-m", "newslint.warc.main", *options, "here"]
    assert subprocess.run(command, cwd=tmp_path).returncode == 0
    cluster = Cluster()
    try:
        with cluster.corpus(*options, "there", cwd=tmp_path, module="newslint.warc.main") as run:
            cluster.lose_a_node()
            out, errors = run.communicate(timeout=120)
    finally:
        cluster.stop()
    assert run.returncode == 0, errors
    assert out.startswith("329 records = 320 pages + 0 skipped + 9 quarantined")
    assert read_bytes(tmp_path / "there") == read_bytes(tmp_path / "here")


def test_a_missing_cluster_is_reported(tmp_path: Path) -> None:
    write_parquet(tmp_path / "a.parquet", {"a": FAULTY})
    command = [sys.executable, "-m", "newslint.corpus.main", "a.parquet", "--out", "found", "--isolated"]
    env = {**os.environ, "RAY_AUTH_MODE": "disabled", "RAY_TMPDIR": str(tmp_path)}
    done = subprocess.run(
        [*command, "--engine", "ray", "--address", "127.0.0.2:1"], cwd=tmp_path, env=env, capture_output=True, text=True
    )
    assert done.returncode == 2 and "127.0.0.2:1" in done.stderr


def test_a_lost_head_is_an_error_and_the_run_can_be_resumed(write: Write, tmp_path: Path) -> None:
    write("obey.py", PLUGIN)
    write(".newslint.toml", OBEY)
    write_parquet(tmp_path / "a.parquet", {"a": f"please wait in {tmp_path}\n"})
    cluster = Cluster()
    cluster.env["RAY_gcs_rpc_server_reconnect_timeout_s"] = "3"  # how long Ray waits for the head to return
    try:
        with cluster.corpus("a.parquet", "--out", "found", cwd=tmp_path) as run:
            wait_for_processes(tmp_path, 1)
            cluster.lose_the_head()
            out, errors = run.communicate(timeout=120)
    finally:
        (tmp_path / "go").touch()
        cluster.stop()
    assert (run.returncode, out) == (2, "")
    assert "the head of the Ray cluster is lost" in errors and "run the same command to resume" in errors
    command = [sys.executable, "-m", "newslint.corpus.main", "a.parquet", "--out", "found"]
    assert subprocess.run(command, cwd=tmp_path, env=cluster.env).returncode == 0
    assert read_counts(tmp_path / "found") == (1, 1, 0)
