"""However a plugin ends, prints or reads: the exit status is 2, the message names it, and results stay valid."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from sample_plugin import JARGON, LOCAL
from support import FAULTY, Run, Write, heeding_ctrl_c

ENDINGS = {
    "SystemExit": "raise SystemExit(0)",
    "sys.exit": "sys.exit()",
    "a BaseException of its own": "raise Stop",
    "an exception whose text cannot be made": "raise Unspeakable",
    "an exception whose text ends the process": "raise Silent",
    "GeneratorExit": "raise GeneratorExit",
    "KeyboardInterrupt": "raise KeyboardInterrupt",
    "an exception group": "raise Group",
}
HEAD = """
import os, sys

class Stop(BaseException): pass
class Unspeakable(Exception):
    def __str__(self): raise ValueError
class Silent(Exception):
    def __str__(self): raise SystemExit(0)
class Group(Stop, Exception): pass
"""
CHECK = "for start, end, _ in article"
PLACES: dict[str, Callable[[str], str]] = {
    "at import": lambda code: f"{HEAD}{code}\n{LOCAL}",
    "in a hook": lambda code: f"{HEAD}{LOCAL}\ndef newslint_rules():\n    {code}\n",
    "in __init__": lambda code: (
        HEAD + LOCAL.replace("    def check", f"    def __init__(self, o):\n        {code}\n\n    def check")
    ),
    "in lexicon": lambda code: HEAD + LOCAL.replace("        return {", f"        {code}\n        return {{", 1),
    "in check": lambda code: HEAD + LOCAL.replace("        for start", f"        {code}\n        for start"),
    "in a property": lambda code: (
        HEAD
        + LOCAL.replace(
            "    def check", f"    @property\n    def required_kinds(self):\n        {code}\n\n    def check"
        )
    ),
    "in its documentation": lambda code: (
        HEAD + LOCAL.replace("    def check", f"    def info(self, plugin=''):\n        {code}\n\n    def check")
    ),
    "in a reader": lambda code: (
        HEAD + LOCAL.replace("        yield Article(path, ", f"        {code}\n        yield Article(path, ")
    ),
    "in a reporter": lambda code: HEAD + LOCAL.replace("        yield f", f"        {code}\n        yield f"),
}


@pytest.fixture
def run(newslint: Run, write: Write) -> Run:
    write("a.txt", JARGON + FAULTY)
    write("b.wire", "2025-05-23\n" + JARGON)
    write(".newslint.toml", 'local-plugins = ["acme.py"]\nfail-on = "never"\n')
    return partial(newslint, NEWSLINT_TRUST_LOCAL="1")


def format_of(place: str) -> list[str]:
    return ["--format", "acme-count" if place == "in a reporter" else "jsonl"]


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("place", PLACES)
def test_whatever_a_plugin_raises_is_reported_with_status_2(run: Run, write: Write, place: str, ending: str) -> None:
    write("acme.py", PLACES[place](ENDINGS[ending]))
    done = run(".", *format_of(place))
    assert done.returncode == 2
    assert "acme" in done.stderr
    assert "Traceback" not in done.stderr
    if ending not in ("GeneratorExit", "KeyboardInterrupt") and place not in ("in a reporter", "in its documentation"):
        assert "sources/bare-source" in done.stdout


@pytest.mark.skipif(os.name == "nt", reason="there are no forks")
@pytest.mark.parametrize(("status", "module"), [(0, "os"), (1, "os"), (0, "__import__(os.name)")])
@pytest.mark.parametrize("place", PLACES)
def test_os_exit_in_a_plugin_is_reported_with_status_2(
    run: Run, write: Write, place: str, status: int, module: str
) -> None:
    write("acme.py", PLACES[place](f"{module}._exit({status})"))
    done = run(".", *format_of(place))
    assert done.returncode == 2
    assert f'error: plugin "acme.py" ended the process with os._exit({status})' in done.stderr


COMMAND = [sys.executable, "-m", "newslint", "a.txt", "--format", "jsonl"]
TRUSTING = {**os.environ, "NEWSLINT_TRUST_LOCAL": "1"}
LASTING = {
    "os._exit": "atexit.register(os._exit, 0)",
    "print": "atexit.register(print, 'late')",
    "sys.exit": "atexit.register(sys.exit, 0)",
    "a thread that exits": "threading.Thread(target=lambda: (threading.main_thread().join(), os._exit(0))).start()",
    "hooks": "sys.excepthook = lambda *_: os._exit(0); sys.exit = print",
    "an error in __del__": "sys.kept = type('K', (), {'__del__': lambda _: 1 / 0})()",
    "an idle pool": "sys.pool = ThreadPoolExecutor(1); sys.pool.submit(print).result()",
    "a thread": "threading.Thread(target=threading.Event().wait, name='mine').start()",
    "an exit handler that waits": "atexit.register(time.sleep, 999)",
    "a thread in workers": "os.register_at_fork(after_in_child=threading.Thread(target=time.sleep, args=[999]).start)",
    "no standard error": "sys.stderr = None",
    "a closed standard error": "sys.stderr.close()",
    "a closed standard output": "sys.stdout.close()",
    "closed files": "os.closerange(0, 256)",
    "other streams": "sys.stdout = sys.stderr = sys.__stdout__ = sys.__stderr__ = open(os.devnull, 'w')",
}
SLOW = ("a thread", "a thread in workers", "an exit handler that waits")


@pytest.mark.skipif(os.name == "nt", reason="there are no forks")
@pytest.mark.parametrize("code", LASTING)
def test_what_a_plugin_leaves_behind_does_not_change_results_and_status(
    tmp_path: Path, write: Write, code: str
) -> None:
    write("a.txt", FAULTY)
    imports = "import atexit, os, sys, threading, time\nfrom concurrent.futures import ThreadPoolExecutor\n"
    write("acme.py", f"{imports}{LASTING[code]}\n{LOCAL}")
    write(".newslint.toml", 'local-plugins = ["acme.py"]\n')
    # A new process, since a copy of that of the tests does not wait for threads.
    done = subprocess.run(COMMAND, cwd=tmp_path, env=TRUSTING, capture_output=True, text=True, timeout=60)
    assert done.returncode == 1
    assert [json.loads(line)["path"] for line in done.stdout.splitlines()] == ["a.txt"]
    assert "newslint: 1 warning in 1 article\n" in done.stderr
    assert ("a plugin kept the process from ending" in done.stderr) == (code in SLOW)


@pytest.mark.skipif(os.name == "nt", reason="there are no signals")
@pytest.mark.parametrize("place", ["at import", "in lexicon"])
def test_ctrl_c_while_a_plugin_runs_is_no_error_of_the_plugin(tmp_path: Path, write: Write, place: str) -> None:
    write("a.txt", JARGON)
    write("acme.py", PLACES[place]("os.write(2, b'ready'); import time; time.sleep(60)"))
    write(".newslint.toml", 'local-plugins = ["acme.py"]\n')
    with heeding_ctrl_c():
        started = subprocess.Popen(COMMAND, cwd=tmp_path, env=TRUSTING, stderr=subprocess.PIPE)
    with started as process:
        assert process.stderr is not None
        assert process.stderr.read(5) == b"ready"
        process.send_signal(signal.SIGINT)
        errors = process.stderr.read()
    assert (process.returncode, errors) == (130, b"")


@pytest.mark.skipif(os.name == "nt", reason="there are no forks")
@pytest.mark.parametrize("jobs", "12")
@pytest.mark.parametrize("place", ["at import", "in a hook", "in check", "in a reader", "in a reporter"])
def test_a_copy_of_the_process_does_nothing_twice(run: Run, write: Write, place: str, jobs: str) -> None:
    write("acme.py", LOCAL)
    options = [".", "-j", jobs, *format_of(place)]
    silent = run(*options)
    code = "pid = os.fork(); pid and os.waitpid(pid, 0)"
    write("acme.py", PLACES[place](code + ("; return [Jargon]" if place == "in a hook" else "")))
    done = run(*options)
    assert (done.returncode, done.stdout) == (0, silent.stdout)
    assert "a plugin copied the process with os.fork, and let the copy go on; end it with os._exit" in done.stderr
    assert done.stderr.count(" in 2 articles") == 1


@pytest.mark.parametrize("jobs", "12")
@pytest.mark.parametrize("place", ["at import", "in a hook", "in __init__", "in check", "in a reader"])
def test_a_plugin_that_changes_the_folder_changes_no_path(
    run: Run, write: Write, tmp_path: Path, place: str, jobs: str
) -> None:
    write("acme.py", LOCAL)
    write("elsewhere/c.md", FAULTY)
    options = ["--format", "json", "-j", jobs]
    silent = run(*options)
    code = f"os.chdir({str(tmp_path / 'elsewhere')!r})"
    code += {"in __init__": "; self.options = o", "in a hook": "; return [Jargon]"}.get(place, "")
    write("acme.py", PLACES[place](code))
    done = run(*options)
    assert (done.returncode, done.stdout) == (0, silent.stdout)


READS = [
    "sys.stdin.read()",
    "os.read(0, 99)",
    "open(0, closefd=False).read()",
    "subprocess.run(['cat'])",
    "os.close(0)",
]


@pytest.mark.skipif(os.name == "nt", reason="there is no cat")
@pytest.mark.parametrize("code", READS)
def test_a_plugin_reads_no_article_from_standard_input(run: Run, write: Write, code: str) -> None:
    write("acme.py", LOCAL)
    article = (JARGON + FAULTY).encode()
    silent = run("-", stdin=article)
    assert silent.stdout.count("\n") == 2
    for place in ("at import", "in check"):
        write("acme.py", PLACES[place](f"import subprocess; {code}"))
        done = run("-", stdin=article)
        assert (done.returncode, done.stdout) == (0, silent.stdout)
        assert "sources/bare-source" in run("--why", "sources/bare-source", "-", stdin=article).stdout
    write("acme.py", PLACES["in check"]("input()"))
    done = run("-", stdin=article)
    assert done.returncode == 2
    assert "<stdin>: acme/jargon: EOFError" in done.stderr


CRASHES = {
    "the exit of C": ("in check", "import ctypes; ctypes.CDLL(None).exit(0)", "its process ended"),
    "a signal": ("in check", "os.kill(os.getpid(), 9)", "its process ended"),
    "recursion": ("in check", "f = lambda: f(); f()", "RecursionError"),
    "little recursion": ("at import", "sys.setrecursionlimit(60)", "RecursionError"),
    "json without dumps": ("at import", "import json; json.dumps = None", 'format "jsonl"'),
    "json that exits": ("at import", "import json; json.dumps = lambda *_, **__: sys.exit(0)", 'format "jsonl"'),
}


@pytest.mark.skipif(os.name == "nt", reason="there are no such signals")
@pytest.mark.parametrize("crash", CRASHES)
def test_what_a_plugin_breaks_is_reported_with_status_2(run: Run, write: Write, crash: str) -> None:
    place, code, message = CRASHES[crash]
    write("acme.py", PLACES[place](code))
    done = run(".", "--format", "jsonl")
    assert done.returncode == 2
    assert message in done.stderr


REPORTERS = {
    "reads nothing": "return []",
    "reads one finding": "next(diagnostics, None); return ['x\\n']",
    "ends them": "diagnostics.close(); return []",
    "breaks off": "return [d.rule + '\\n' for d, _ in zip(diagnostics, 'a')]",
}


@pytest.mark.parametrize("reporter", REPORTERS)
def test_a_reporter_that_does_not_read_all_findings_is_reported(run: Run, write: Write, reporter: str) -> None:
    start = LOCAL.index("        yield f")
    write("acme.py", LOCAL[:start] + f"        {REPORTERS[reporter]}\n" + LOCAL[LOCAL.index("\n", start) :])
    write("c.txt", FAULTY)
    done = run(".", "--format", "acme-count")
    assert done.returncode == 2
    assert 'newslint: error: format "acme-count" of plugin "acme.py": its reporter left out ' in done.stderr
    assert " in 3 articles" in done.stderr
    write("b.wire", "Nothing.\n")
    assert run("b.wire", "--format", "acme-count").returncode == 0


@pytest.mark.parametrize("value", ["None", "1", "[b'x']", "['x', 2]"])
def test_a_reporter_that_returns_something_else_is_reported(run: Run, write: Write, value: str) -> None:
    start = LOCAL.index("        yield f")
    write("acme.py", LOCAL[:start] + f"        return {value}\n" + LOCAL[LOCAL.index("\n", start) :])
    for output in ([], ["-o", "out"]):
        done = run("a.txt", "--format", "acme-count", *output)
        assert done.returncode == 2
        assert 'error: format "acme-count" of plugin "acme.py": TypeError: ' in done.stderr


def test_messages_name_the_distribution_of_an_installed_plugin(newslint: Run, write: Write) -> None:
    write("site/acme-1.dist-info/entry_points.txt", "[newslint]\nacme = acme_rules\n")
    write("site/acme-1.dist-info/METADATA", "Metadata-Version: 2.1\nName: desk-rules\nVersion: 1.4\n")
    write("a.txt", JARGON)
    write("b.wire", "2025-05-23\n" + JARGON)
    write(".newslint.toml", 'plugins = ["acme"]\n')
    for place in PLACES:
        write("site/acme_rules.py", PLACES[place]("raise OSError"))
        done = newslint(".", *format_of(place), PYTHONPATH="site")
        assert done.returncode == 2
        assert 'plugin "acme" (desk-rules 1.4)' in done.stderr


PRINTS = {
    "print": "print('noise')",
    "a part of a line": "print('no', end=''); print('ise')",
    "sys.stdout": "sys.stdout.write('noise\\n')",
    "sys.__stdout__": "sys.__stdout__.write('noise\\n'); sys.__stdout__.flush()",
    "the file": "os.write(1, b'noise\\n')",
    "a process": "__import__('subprocess').run(['echo', 'noise'])",
    "a library": "__import__('pprint').pprint('noise')",
    "the buffer": "sys.stdout.buffer.write(b'noise\\n')",
    "the stream of a process": "__import__('subprocess').run(['echo', 'noise'], stdout=sys.stdout)",
    "another encoding": "sys.stdout.reconfigure(encoding='ascii'); print('noise', sys.stdout.encoding)",
    "a closed stream": "sys.stdout.close(); print('noise')",
    "a thread": "t = __import__('threading').Thread(target=print, args=['noise']); t.start(); t.join()",
    "a copy": "pid = os.fork(); pid or (print('noise'), os._exit(0)); os.waitpid(pid, 0)",
    "a shell": "os.system('echo noise')",
    "a duplicate": "print('noise', file=os.fdopen(os.dup(1), 'w'), flush=True)",
    "__del__": "type('D', (), {'__del__': lambda _: print('noise')})()",
}


@pytest.mark.skipif(os.name == "nt", reason="there is no echo")
@pytest.mark.parametrize(
    ("place", "printed", "jobs"),
    [
        *((place, "print", jobs) for place in PLACES if place != "in a reporter" for jobs in "12"),
        *(("in check", printed, jobs) for printed in PRINTS for jobs in "12"),
    ],
)
def test_what_a_plugin_prints_is_not_among_the_results(
    run: Run, write: Write, place: str, printed: str, jobs: str
) -> None:
    write("acme.py", LOCAL)
    silent = run(".", "--format", "json", "-j", jobs)
    code = {"in a property": "; return ()", "in its documentation": "; return super().info(plugin)"}.get(place, "")
    code = "; self.options = o" if place == "in __init__" else code
    code = "; return [Jargon]" if place == "in a hook" else code
    write("acme.py", PLACES[place](PRINTS[printed] + code))
    done = run(".", "--format", "json", "-j", jobs)
    assert (done.returncode, done.stdout) == (0, silent.stdout)
    assert json.loads(done.stdout)["failures"] == []
    assert "noise" in done.stderr
    if printed in ("print", "a part of a line", "sys.stdout", "a library", "the buffer", "a closed stream", "__del__"):
        assert 'newslint: plugin "acme.py" printed: ' in done.stderr


INFORMATION = [
    ["--list-rules", "--format", "json"],
    ["--why", "acme/jargon", "a.txt", "--format", "json"],
    ["--explain", "acme/jargon"],
    ["--show-config"],
    ["--show-files"],
    ["--test", "acme.py"],
    ["--diff", "--unsafe-fixes"],
]


@pytest.mark.parametrize("options", INFORMATION, ids=" ".join)
def test_what_a_plugin_prints_is_not_in_information(run: Run, write: Write, options: list[str]) -> None:
    write("acme.py", LOCAL)
    silent = run(*options)
    write(
        "acme.py", LOCAL.replace("        for start", "        print('noise')\n        for start") + "\nprint('noise')"
    )
    done = run(*options)
    assert (done.returncode, done.stdout) == (silent.returncode, silent.stdout)
    assert 'newslint: plugin "acme.py" printed: noise\n' in done.stderr


@pytest.mark.skipif(not os.path.exists("/dev/stdout"), reason="there is no such file")
def test_results_reach_dev_stdout_beside_a_plugin(run: Run, write: Write) -> None:
    write("acme.py", LOCAL + "\nprint('noise')\n")
    for name in ("/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"):
        done = run("a.txt", "-o", name)
        assert "[acme/jargon]" in done.stdout
        assert "noise" not in done.stdout


LOCATIONS = {
    "another path": "place._replace(path='x.txt')",
    "another record": "place._replace(record=3)",
    "another match": "place._replace(match='x')",
    "another line": "place._replace(start=place.start._replace(line=7))",
    "an offset outside": "place._replace(end=place.end._replace(offset=10**6))",
    "a negative offset": "place._replace(start=place.start._replace(offset=-1))",
    "offsets that are not numbers": "place._replace(start=place.start._replace(offset='0'))",
    "a span of fractions": "Span(0.0, 1.0)",
    "a span of text": "Span('0', '1')",
}
MADE_UP = '''
from newslint.api import CrossArticleRule, Fact, Finding, RelatedLocation, Rule, Span
from newslint.engine.diagnostics import to_location

class One(Rule):
    """Finds."""

    name = "acme/one"

    def check(self, article):
        place = to_location(article, (0, 3))
        yield Finding(place, "It.")
        yield {one}

class Two(CrossArticleRule):
    """Finds."""

    name = "acme/two"

    def collect_facts(self, article):
        yield Fact("k", Span(0, 3), None)

    def compare_facts(self, facts):
        place = facts[0].location
        yield Finding(place, "It.", None, (RelatedLocation(facts[1].location, "Too."),))
        yield {two}

def newslint_rules():
    return [One, Two]
'''


@pytest.mark.parametrize("made_up", LOCATIONS)
@pytest.mark.parametrize("related", [False, True])
def test_a_location_that_a_plugin_makes_up_is_a_failure(run: Run, write: Write, made_up: str, related: bool) -> None:
    for name in "ac":
        write(f"{name}.txt", FAULTY)
    expression = LOCATIONS[made_up]
    finding = f"Finding({expression}, 'It.')"
    if related:
        finding = f"Finding(place, 'It.', None, (RelatedLocation({expression}, 'Too.'),))"
    write("acme.py", MADE_UP.format(one=finding, two=finding))
    done = run("a.txt", "c.txt", "--format", "json", "--select", "acme")
    assert done.returncode == 2
    report = json.loads(done.stdout)
    assert [found["rule"] for found in report["findings"]] == ["acme/one", "acme/two", "acme/one"]
    assert {failure["source"] for failure in report["failures"]} == {"acme/one", "acme/two"}


@pytest.mark.skipif(os.name == "nt", reason="there is no exec")
@pytest.mark.parametrize(
    "call", ["os.execv('/bin/true', ['true'])", "os.execlp('true', 'true')", "os.execle('/bin/true', 'true', {})"]
)
@pytest.mark.parametrize("place", ["at import", "in check", "in a reader", "in a reporter"])
def test_no_program_replaces_the_process(run: Run, write: Write, place: str, call: str) -> None:
    write("acme.py", PLACES[place](call))
    done = run(".", *format_of(place))
    assert done.returncode == 2
    assert "must not replace the process of newslint" in done.stderr


def test_a_plugin_starts_programs(run: Run, write: Write) -> None:
    write("acme.py", PLACES["in check"]("import subprocess; subprocess.run(['true'], check=True)"))
    assert run(".").returncode == 0


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="needs timers")
@pytest.mark.parametrize("place", ["at import", "in a hook", "in lexicon"])
def test_plugins_that_do_not_load_in_time_end_the_run(run: Run, write: Write, place: str) -> None:
    write(".newslint.toml", 'local-plugins = ["acme.py"]\ntimeout = 0.5\n')
    write("acme.py", PLACES[place]("while True: pass"))
    done = run(".")
    assert (done.returncode, done.stdout) == (2, "")
    assert "loading the plugins took longer than 0.5 s; leave out one of " in done.stderr
