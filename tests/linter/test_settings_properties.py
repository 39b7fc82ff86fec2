"""Settings of any valid configuration: what `--show-config` prints is a configuration with the same settings."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newslint.cli.show import format_settings
from newslint.config.config_file import load_settings
from newslint.config.settings import Settings, SettingsError

TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=6)
TEXTS = st.lists(TEXT, max_size=3)
SIZE = st.integers(0, 10**6) | st.floats(0, 1e6)
NAME = st.sampled_from(["sources", "sources/bare-source", "numbers/*", "acme/jargon", "a.b/c d"])
TABLES = st.dictionaries(
    NAME,
    st.fixed_dictionaries(
        {},
        optional={
            "severity": st.sampled_from(["error", "warning", "info"]),
            "words": TEXTS,
            "limit": st.integers(-(2**60), 2**60),
            "share": st.floats(allow_nan=False, allow_infinity=False),
            "group-by": TEXT,
            "strict": st.booleans(),
        },
    ),
    max_size=3,
)
PATTERN = st.fixed_dictionaries(
    {"name": st.from_regex(r"[a-z]{1,4}", fullmatch=True), "match": st.sampled_from(["a", r"\bb\b", 'c"d', "e\ng"])},
    optional={
        "message": TEXT,
        "replace": st.text(max_size=3),
        "severity": st.sampled_from(["error", "info"]),
        "ignore-case": st.booleans(),
        "exceptions": TEXTS,
        "in-quotations": st.booleans(),
        "good": TEXTS,
    },
)
WORDS = st.fixed_dictionaries({"name": st.just("w"), "words": st.dictionaries(TEXT, TEXT, min_size=1, max_size=3)})
CONFIGURATION = st.fixed_dictionaries(
    {},
    optional={
        **dict.fromkeys(("select", "ignore"), TEXTS),
        **dict.fromkeys(("exclude", "plugins", "date-keys"), TEXTS),
        **dict.fromkeys(("preview", "gitignore"), st.booleans()),
        **dict.fromkeys(("max-size", "timeout", "max-memory"), SIZE),
        "profile": st.sampled_from(["ap", "npr"]),
        "fail-on": st.sampled_from(["error", "warning", "info", "never"]),
        "encoding": st.sampled_from(["utf-8", "latin-1", "cp1252"]),
        "text-key": TEXT | st.lists(TEXT, min_size=1, max_size=3),
        "preset": st.sampled_from(["cc_news", "realnews", "fineweb"]),
        "local-plugins": st.lists(st.sampled_from(["a.py", "b/c d.py", 'e"f.py']), max_size=2, unique=True),
        "rules": TABLES,
        "overrides": st.lists(
            st.fixed_dictionaries({"paths": st.lists(TEXT, min_size=1)}, optional={"ignore": TEXTS, "rules": TABLES}),
            max_size=2,
        ),
        "pattern": st.lists(PATTERN | WORDS, max_size=2),
    },
)


def toml(value: Any) -> str:
    """Return a value as TOML that fits into one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{toml(key)} = {toml(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(toml, value)) + "]"
    return json.dumps(value, ensure_ascii=True) if isinstance(value, str) else json.dumps(value)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(CONFIGURATION)
def test_shown_settings_are_those_of_the_configuration(tmp_path: Path, configuration: dict[str, Any]) -> None:
    path = tmp_path / ".newslint.toml"
    path.write_text("".join(f"{key} = {toml(value)}\n" for key, value in configuration.items()), encoding="utf-8")
    try:
        loaded = load_settings(str(path))
    except SettingsError as error:
        assert str(path) in str(error)
        return
    shown = "".join(format_settings(loaded))
    path.write_text(shown, encoding="utf-8", newline="")
    again = load_settings(str(path))
    assert {name: getattr(again, name) for name in Settings._fields} == {
        name: getattr(loaded, name) for name in Settings._fields
    }, shown
