"""File discovery: paths, links, excluded files, output files, and the names shown for them."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path

import pytest

from newslint.config.config_file import load_settings
from newslint.config.settings import Settings, SettingsError
from newslint.discovery import discover
from newslint.files import Source
from support import FAULT, FAULTY, Run, Write

ONLY = ("--select", "sources/bare-source")
links = pytest.mark.skipif(os.name == "nt", reason="needs a privilege there")


def test_standard_input_replaces_the_file_of_its_name(newslint: Run, write: Write, tmp_path: Path) -> None:
    write("wire/a.txt", "Nothing is wrong here.\n")
    lint = partial(newslint, *ONLY, stdin=FAULTY.encode())
    for paths in (["-", "wire/a.txt"], ["wire/a.txt", "-"], ["wire", "-"], ["-", "-"]):
        done = lint(*paths, "--stdin-filename", tmp_path / "wire" / "a.txt")
        assert done.stdout.startswith("wire/a.txt" + FAULT)
        assert done.stderr == "newslint: 1 warning in 1 article\n"


@links
def test_two_dots_after_a_link_are_resolved_by_the_system(newslint: Run, write: Write, tmp_path: Path) -> None:
    write("far/a.txt", FAULTY)
    write("far/off/b.txt", "Nothing is wrong here.\n")
    write("a.txt", "Nothing is wrong here.\n")
    (tmp_path / "link").symlink_to("far/off")
    assert newslint("link/../a.txt", *ONLY).stdout.startswith("far/a.txt" + FAULT)
    assert newslint("link/..", "--show-files").stdout == "far/a.txt\nfar/off/b.txt\n"
    assert newslint("../far/off/../a.txt", "--show-files", cwd=tmp_path / "far").stdout == "a.txt\n"


@links
def test_linked_folders_are_skipped_and_reported_once(newslint: Run, write: Write, tmp_path: Path) -> None:
    write("real/a.txt", FAULTY)
    write(".newslint.toml", 'exclude = ["left-out"]\n')
    for name in ("real/loop", "real/left-out", "real/.hidden"):
        (tmp_path / name).symlink_to(tmp_path / "real")
    done = newslint("real", "--show-files")
    assert done.stdout == "real/a.txt\n"
    assert done.stderr == (
        "newslint: linked folders are not searched: real/loop; name them to lint them, or exclude them\n"
    )
    assert newslint("real/loop", "--show-files").stdout == "real/loop/a.txt\n"


@pytest.mark.parametrize(
    "exclude", ["w", "./w", "w/", "././w//", "w/*", "**/w", "**/w/**", "./**/w/a.*", "w/**/a.txt", "a.txt"]
)
def test_exclude_globs(write: Write, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, exclude: str) -> None:
    write("w/a.txt", FAULTY)
    write("b.txt", FAULTY)
    settings = load_settings(str(write(".newslint.toml", f'exclude = ["{exclude}"]\n')))
    monkeypatch.chdir(tmp_path)
    # A file that is named on the command line is linted although it is excluded.
    for path, found in ((".", "b.txt"), ("w/a.txt", "w/a.txt")):
        assert list(discover([path], settings, [".txt"], stdin_name="").sources) == [Source(found)]


@pytest.mark.parametrize("exclude", ["", ".", "./", "/w", "w\\\\a.txt"])
def test_an_exclude_glob_that_cannot_match_is_an_error(write: Write, exclude: str) -> None:
    path = write(".newslint.toml", f'exclude = ["{exclude}"]\n')
    with pytest.raises(
        SettingsError, match=r'toml:1: "exclude": ".*" cannot match any file; write a glob relative to the folder'
    ):
        load_settings(str(path))


def test_an_empty_path_is_reported_and_the_rest_is_linted(newslint: Run, write: Write) -> None:
    write("a.txt", FAULTY)
    done = newslint("", "a.txt", *ONLY)
    assert done.stdout.startswith("a.txt" + FAULT)
    assert done.returncode == 2
    assert 'newslint: error: a path is empty (""); give a file or a folder, such as "."\n' in done.stderr


def test_the_output_file_of_a_run_is_not_linted(newslint: Run, write: Write, tmp_path: Path) -> None:
    write("a.txt", FAULTY)
    lint = partial(newslint, ".", *ONLY, "--format", "jsonl", "-o")
    for name in ("out.jsonl", tmp_path / "out.jsonl"):
        (tmp_path / "out.jsonl").unlink(missing_ok=True)
        done = lint(name)
        assert done.returncode == 1
        warning, summary = done.stderr.splitlines()
        assert warning.endswith(
            "out.jsonl is inside the linted folders and will be linted next time; add it to exclude"
        )
        assert summary == "newslint: 1 warning in 1 article"
    (tmp_path / "out.jsonl").unlink()
    for name in (".out.jsonl", "out.json") * 2:
        assert lint(name).stderr == "newslint: 1 warning in 1 article\n"
    write(".newslint.toml", 'exclude = ["out.jsonl"]\n')
    assert lint("out.jsonl").stderr == "newslint: 1 warning in 1 article\n"
    assert lint("out.jsonl").stderr == "newslint: 1 warning in 1 article\n"
    newslint(".", *ONLY, "--write-baseline", "--baseline", "known.jsonl")
    done = newslint(".", *ONLY, "--baseline", "known.jsonl")
    assert done.stderr == "newslint: no findings in 1 article; 1 accepted by the baseline\n"


def test_files_that_need_a_missing_module_are_left_out_of_folders_with_a_note(
    write: Write, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    write("a.txt", "")
    write("b.page", "")
    monkeypatch.chdir(tmp_path)
    optional = {".page": ("no_such_module", "pip install pages")}
    found = discover([".", "b.page"], Settings(), (".txt", ".page"), stdin_name="", optional=optional)
    assert [source.path for source in found.sources] == ["a.txt", "b.page"]  # the second one, because it was named
    (note,) = found.notes
    assert note == ".page files are not linted without no_such_module (pip install pages): b.page"
    found = discover(["."], Settings(), (".txt", ".page"), stdin_name="", optional={".page": ("json", "")})
    assert ([source.path for source in found.sources], found.notes) == (["a.txt", "b.page"], [])
