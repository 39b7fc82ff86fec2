"""Trust in local plugins: it holds for one content at one place, and only what its user wrote counts."""

from __future__ import annotations

import json
import os
import zipfile
from functools import partial
from hashlib import sha256
from pathlib import Path

import pytest

from newslint.plugin_loader import PluginError, trust
from sample_plugin import JARGON, LOCAL
from support import FAULTY, Run, Write

unix = pytest.mark.skipif(os.name == "nt", reason="modes and links differ there")
RAN = "[acme/jargon]"


def make_repository(write: Write, name: str, plugin: str = LOCAL) -> Path:
    """Write a repository with an article and a local plugin; return its folder."""
    write(f"{name}/.git/HEAD", "")
    write(f"{name}/a.txt", JARGON)
    write(f"{name}/.newslint.toml", 'local-plugins = ["acme.py"]\n')
    return write(f"{name}/acme.py", plugin).parent


@pytest.fixture
def repository(write: Write) -> Path:
    return make_repository(write, "one")


def test_trust_holds_at_one_place(newslint: Run, write: Write, repository: Path) -> None:
    newslint("--trust", cwd=repository)
    assert RAN in newslint("a.txt", cwd=repository).stdout
    copy = make_repository(write, "two")
    done = newslint("a.txt", cwd=copy)
    assert (done.returncode, RAN in done.stdout) == (2, False)
    assert "review it, then run `newslint --trust`" in done.stderr
    repository.rename(repository.with_name("moved"))
    assert newslint("a.txt", cwd=repository.with_name("moved")).returncode == 2


@unix
def test_a_link_to_a_trusted_plugin_is_that_plugin(newslint: Run, write: Write, repository: Path) -> None:
    newslint("--trust", cwd=repository)
    write("two/.newslint.toml", 'local-plugins = ["acme.py"]\n')
    write("two/a.txt", JARGON)
    (repository.parent / "two/acme.py").symlink_to("../one/acme.py")
    assert RAN in newslint("a.txt", cwd=repository.parent / "two").stdout


def test_a_plugin_of_another_name_is_not_trusted(newslint: Run, repository: Path) -> None:
    newslint("--trust", cwd=repository)
    (repository / "acme.py").rename(repository / "acme2.py")
    (repository / ".newslint.toml").write_text('local-plugins = ["acme2.py"]\n')
    assert newslint("a.txt", cwd=repository).returncode == 2


@pytest.mark.parametrize("content", ["# changed\n", "\n", "\ufeff"])
def test_any_other_content_is_not_trusted(newslint: Run, repository: Path, content: str) -> None:
    newslint("--trust", cwd=repository)
    (repository / "acme.py").write_text(LOCAL + content, encoding="utf-8")
    assert newslint("a.txt", cwd=repository).returncode == 2


HELPERS = {
    "a module": ("helper.py", "helper"),
    "a package": ("helper/__init__.py", "helper"),
    "a module of a package": ("helper/deep.py", "helper.deep"),
    "a namespace": ("helper/deep/more.py", "helper.deep.more"),
    "a name of the standard library": ("antigravity.py", "antigravity"),
    "a module of a folder above": ("../helper.py", "helper"),
}


@pytest.mark.parametrize("helper", HELPERS)
@pytest.mark.parametrize("where", ["at import", "in check"])
@pytest.mark.parametrize("consent", ["trust", "environment", "--test"])
def test_a_plugin_cannot_import_what_lies_beside_it(
    newslint: Run, write: Write, helper: str, where: str, consent: str
) -> None:
    file, module = HELPERS[helper]
    folder_of_helper = "os.path.dirname(os.path.abspath(__file__))"
    if helper == "a module of a folder above":
        folder_of_helper = f"os.path.dirname({folder_of_helper})"
    code = f"import os, sys; sys.path.insert(0, {folder_of_helper}); import {module}"
    plugin = ""
    plugin += (
        f"{code}\n{LOCAL}"
        if where == "at import"
        else LOCAL.replace("        for start", f"        {code}\n        for start")
    )
    write("one/.git/HEAD", "")
    write(f"one/desk/{file}", "open('ran', 'w').close()\n")
    write("one/desk/a.txt", JARGON)
    write("one/desk/.newslint.toml", 'local-plugins = ["acme.py"]\n')
    folder = write("one/desk/acme.py", plugin).parent
    if consent == "trust":
        assert newslint("--trust", cwd=folder).returncode == 0
    if consent == "--test":
        done = newslint("--test", "acme.py", cwd=folder)
    else:
        done = newslint("a.txt", cwd=folder, **({"NEWSLINT_TRUST_LOCAL": "1"} if consent == "environment" else {}))
    assert done.returncode == (1 if consent == "--test" and where == "in check" else 2)
    assert "which trust does not cover" in done.stderr + done.stdout
    assert not list(folder.parent.rglob("ran"))


def test_a_plugin_imports_what_is_installed(newslint: Run, write: Write, repository: Path) -> None:
    write("one/site/helper.py", "WORDS = 1\n")
    (repository / "acme.py").write_text(f"import helper, html.parser\n{LOCAL}", encoding="utf-8")
    newslint("--trust", cwd=repository)
    # The user has chosen this path, and may have an environment in the repository.
    assert RAN in newslint("a.txt", cwd=repository, PYTHONPATH=str(repository / "site")).stdout


def forged_line(repository: Path) -> str:
    path = repository / "acme.py"
    return f"{sha256(path.read_bytes()).hexdigest()} {os.path.realpath(path)!a}\n"


@pytest.mark.parametrize("variable", ["XDG_STATE_HOME", "HOME"])
@pytest.mark.parametrize(
    "place", ["{repository}/state", "{repository}/../one/state", "{repository}/linked", "{repository}"]
)
def test_a_repository_cannot_bring_its_own_trust_store(
    newslint: Run, repository: Path, tmp_path: Path, variable: str, place: str
) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (repository / "state").mkdir()
    if os.name != "nt":
        (outside / "back").symlink_to(repository / "state")
        (repository / "linked").symlink_to(outside / "back")
    folder = place.format(repository=repository)
    inside = Path(repository, folder, "newslint" if variable == "XDG_STATE_HOME" else ".local/state/newslint")
    inside.mkdir(parents=True, exist_ok=True)
    (inside / "trusted-plugins.txt").write_text(forged_line(repository))
    env = {"XDG_STATE_HOME": ""} | {variable: folder}
    done = newslint("a.txt", cwd=repository, **env)
    assert (done.returncode, RAN in done.stdout) == (2, False)
    assert "set HOME or XDG_STATE_HOME to an absolute folder of your own, outside the repository" in done.stderr
    refused = newslint("--trust", cwd=repository, **env)
    assert refused.returncode == 2
    assert "of the trust store" in refused.stderr or "the trust store" in refused.stderr


@unix
@pytest.mark.parametrize("where", ["another repository", "the repository around it", "a linked file"])
@pytest.mark.parametrize(
    "named", ["acme.py", *(["/proc/self/cwd/acme.py"] if os.path.exists("/proc/self/cwd") else [])]
)
def test_no_repository_has_the_trust_store_of_another(
    newslint: Run, write: Write, repository: Path, tmp_path: Path, where: str, named: str
) -> None:
    inner = repository / "inner"
    folder = make_repository(write, "one/inner") if where == "the repository around it" else repository
    (folder / ".newslint.toml").write_text(f'local-plugins = ["{named}"]\n')
    other = repository if folder == inner else make_repository(write, "two")
    state = tmp_path / "outside" if where == "a linked file" else other / "state"
    (state / "newslint").mkdir(parents=True, mode=0o700)
    store = state / "newslint" / "trusted-plugins.txt"
    if where == "a linked file":
        store.symlink_to(other / "store.txt")
    store.write_text(forged_line(folder))
    done = newslint("a.txt", cwd=folder, XDG_STATE_HOME=str(state))
    assert (done.returncode, RAN in done.stdout) == (2, False)
    assert "lies in a repository" in done.stderr


@unix
@pytest.mark.parametrize("kind", ["pipe", "folder", "loop", "device"])
def test_a_store_that_is_no_file_is_refused_at_once(newslint: Run, repository: Path, tmp_path: Path, kind: str) -> None:
    store = tmp_path / "state" / "newslint" / "trusted-plugins.txt"
    store.parent.mkdir(parents=True, mode=0o700)
    if kind == "pipe":
        os.mkfifo(store, 0o600)
    elif kind == "folder":
        store.mkdir()
    else:
        store.symlink_to(store if kind == "loop" else "/dev/zero")
    for words in (["a.txt"], ["--trust"]):
        done = newslint(*words, cwd=repository, XDG_STATE_HOME=str(tmp_path / "state"))
        assert done.returncode == 2
        assert str(store) in done.stderr
        assert "make it yours alone" in done.stderr if kind == "device" else "move it away" in done.stderr


@pytest.mark.parametrize("variable", ["XDG_STATE_HOME", "HOME"])
@pytest.mark.parametrize("place", ["state", ".", "./state/../state"])
def test_a_relative_place_is_no_trust_store(newslint: Run, repository: Path, variable: str, place: str) -> None:
    inside = repository / place / ("newslint" if variable == "XDG_STATE_HOME" else ".local/state/newslint")
    inside.mkdir(parents=True, exist_ok=True)
    (inside / "trusted-plugins.txt").write_text(forged_line(repository))
    done = newslint("a.txt", cwd=repository, **{"XDG_STATE_HOME": ""} | {variable: place})
    assert (done.returncode, RAN in done.stdout) == (2, False)


def test_a_store_whose_path_is_relative_is_refused(monkeypatch: pytest.MonkeyPatch, repository: Path) -> None:
    # Some versions of the library that finds the folder return a relative one.
    monkeypatch.chdir(repository.parent)
    monkeypatch.delenv(trust.TRUST_ENV_VAR, raising=False)
    monkeypatch.setattr(trust, "trust_store_path", lambda: Path("state/newslint/trusted-plugins.txt"))
    plugin = str(repository / "acme.py")
    for call in (lambda: trust.is_trusted(plugin, b""), lambda: trust.trust_file(plugin)):
        with pytest.raises(PluginError, match=r"is not absolute; set HOME or XDG_STATE_HOME"):
            call()


@unix
@pytest.mark.parametrize("which", ["file", "folder"])
@pytest.mark.parametrize("mode", [0o020, 0o002])
def test_a_store_that_others_can_write_is_refused(
    newslint: Run, repository: Path, tmp_path: Path, which: str, mode: int
) -> None:
    state = tmp_path / "state"
    run = partial(newslint, cwd=repository, XDG_STATE_HOME=str(state))
    assert run("--trust").returncode == 0
    store = state / "newslint" / "trusted-plugins.txt"
    assert (store.stat().st_mode & 0o777, store.parent.stat().st_mode & 0o777) == (0o600, 0o700)
    path = store if which == "file" else store.parent
    path.chmod(path.stat().st_mode | mode)
    for words in (["a.txt"], ["--trust"]):
        done = run(*words)
        assert done.returncode == 2
        assert f"{path}, of the trust store, can be written by others" in done.stderr


@unix
@pytest.mark.parametrize("mask", [0, 0o022, 0o077])
def test_a_new_store_is_its_users_alone_whatever_the_umask(
    newslint: Run, repository: Path, tmp_path: Path, mask: int
) -> None:
    before = os.umask(mask)
    try:
        assert newslint("--trust", cwd=repository, XDG_STATE_HOME=str(tmp_path / "a" / "state")).returncode == 0
        assert RAN in newslint("a.txt", cwd=repository, XDG_STATE_HOME=str(tmp_path / "a" / "state")).stdout
    finally:
        os.umask(before)
    store = tmp_path / "a" / "state" / "newslint" / "trusted-plugins.txt"
    assert (store.stat().st_mode & 0o777, store.parent.stat().st_mode & 0o777) == (0o600, 0o700)


@unix
@pytest.mark.skipif(os.name != "nt" and os.geteuid() != 0, reason="only the superuser gives files away")
def test_a_store_of_another_user_is_refused(newslint: Run, repository: Path, tmp_path: Path) -> None:
    run = partial(newslint, cwd=repository, XDG_STATE_HOME=str(tmp_path / "state"))
    run("--trust")
    os.chown(tmp_path / "state" / "newslint" / "trusted-plugins.txt", 1234, 1234)
    assert run("a.txt").returncode == 2


@unix
def test_a_store_that_cannot_be_written_is_an_error_that_names_it(
    newslint: Run, repository: Path, tmp_path: Path
) -> None:
    (tmp_path / "state").write_text("not a folder")
    done = newslint("--trust", cwd=repository, XDG_STATE_HOME=str(tmp_path / "state"))
    assert done.returncode == 2
    assert "the trust store " in done.stderr and "cannot be written" in done.stderr


def test_lines_of_a_store_that_are_not_text_are_ignored(newslint: Run, repository: Path, tmp_path: Path) -> None:
    run = partial(newslint, cwd=repository, XDG_STATE_HOME=str(tmp_path / "state"))
    run("--trust")
    store = tmp_path / "state" / "newslint" / "trusted-plugins.txt"
    store.write_bytes(b"\xff\x00\n" + store.read_bytes() + b"\n\n \nx")
    assert RAN in run("a.txt").stdout


def test_trusting_again_adds_no_line(newslint: Run, repository: Path, tmp_path: Path) -> None:
    run = partial(newslint, cwd=repository, XDG_STATE_HOME=str(tmp_path / "state"))
    for _ in range(2):
        assert run("--trust").returncode == 0
    assert (tmp_path / "state" / "newslint" / "trusted-plugins.txt").read_text() == forged_line(repository)


def test_worker_processes_refuse_what_lies_beside_too(newslint: Run, write: Write, repository: Path) -> None:
    write("one/helper.py", "open('ran', 'w').close()\n")
    for name in "bcd":
        write(f"one/{name}.txt", FAULTY)
    code = (
        "import multiprocessing, os, sys\nif multiprocessing.parent_process():\n"
        "    sys.path.insert(0, os.path.dirname(__file__))\n    import helper\n"
    )
    (repository / "acme.py").write_text(code + LOCAL, encoding="utf-8")
    newslint("--trust", cwd=repository)
    done = newslint(".", "-j", "2", cwd=repository)
    assert done.returncode == 2
    assert "which trust does not cover" in done.stderr
    assert not (repository / "ran").exists()
    assert json.dumps(done.stdout).count(RAN) == 1


@pytest.mark.parametrize(
    "code",
    [
        "__path__ = [os.path.dirname(__file__)]\nfrom newslint_local_acme import helper\n",
        "import xml\nxml.__path__.append(os.path.dirname(__file__))\nimport xml.helper\n",
        "sys.path.insert(0, os.path.join(os.path.dirname(__file__), 'helper.zip'))\nimport helper\n",
    ],
)
def test_no_package_leads_beside_a_plugin(newslint: Run, write: Write, repository: Path, code: str) -> None:
    (repository / "helper.py").write_text("open('ran', 'w').close()\n")
    with zipfile.ZipFile(repository / "helper.zip", "w") as archive:
        archive.write(repository / "helper.py", "helper.py")
    (repository / "acme.py").write_text(f"import os, sys\n{code}{LOCAL}", encoding="utf-8")
    newslint("--trust", cwd=repository)
    done = newslint(".", cwd=repository)
    assert done.returncode == 2
    assert "which trust does not cover" in done.stderr
    assert not (repository / "ran").exists()


HIDDEN_IMPORTS = {
    "a thread of its own": "t = threading.Thread(target=lambda: __import__('helper')); t.start(); t.join()",
    "a thread that imports": "t = threading.Thread(target=import_module, args=('helper',)); t.start(); t.join()",
    "a pool of threads": "futures.ThreadPoolExecutor().submit(import_module, 'helper').result()",
    "an exit handler": "atexit.register(import_module, 'helper')",
    "a forked process": "p = multiprocessing.Process(target=import_module, args=('helper',)); p.start(); p.join()",
    "a pickle": "pickle.loads(b'cimportlib\\nimport_module\\n(Vhelper\\ntR.')",
    "runpy": "runpy.run_module('helper')",
    "another name": "__name__ = 'json'; import helper",
    "another namespace": "exec('import helper', {'__name__': 'json'})",
    "a configuration": "logging.config.dictConfig({'version': 1, 'handlers': {'h': {'()': 'helper.X'}}})",
}
MODULES = "atexit, concurrent.futures as futures, logging.config, multiprocessing, os, pickle, runpy, sys, threading"


@pytest.mark.parametrize("hidden", HIDDEN_IMPORTS)
def test_no_import_hides_from_whom_it_is(newslint: Run, repository: Path, hidden: str) -> None:
    (repository / "helper.py").write_text("open('ran', 'w').close()\n")
    head = f"import {MODULES}\nfrom importlib import import_module\nsys.path.insert(0, os.path.dirname(__file__))\n"
    (repository / "acme.py").write_text(f"{head}{HIDDEN_IMPORTS[hidden]}\n{LOCAL}", encoding="utf-8")
    newslint("--trust", cwd=repository)
    # Python itself tells of an import that fails in a thread, in another process or at exit, with no status of its own.
    assert newslint("a.txt", cwd=repository).returncode in (0, 2)
    assert not (repository / "ran").exists()


@unix
@pytest.mark.parametrize("place", ["beside a linked plugin", "above a folder that is no repository", "elsewhere"])
def test_no_path_leads_to_code_that_nobody_trusts(
    newslint: Run, write: Write, repository: Path, tmp_path: Path, place: str
) -> None:
    folder = {"beside a linked plugin": "one", "elsewhere": "else", "above a folder that is no repository": "."}[place]
    write(f"{folder}/helper.py", "open('ran', 'w').close()\n")
    desk = write("desk/a.txt", JARGON).parent
    write("desk/.newslint.toml", 'local-plugins = ["acme.py"]\n')
    code = f"import sys\nsys.path.insert(0, {str(tmp_path / folder)!r})\nimport helper\n"
    plugin = repository if place == "beside a linked plugin" else desk
    (plugin / "acme.py").write_text(code + LOCAL, encoding="utf-8")
    if plugin != desk:
        (desk / "acme.py").symlink_to(plugin / "acme.py")
    newslint("--trust", cwd=desk)
    done = newslint("a.txt", cwd=desk)
    assert done.returncode == 2
    assert "which trust does not cover" in done.stderr
    assert not list(tmp_path.rglob("ran"))
