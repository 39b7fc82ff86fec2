"""What one plugin offers, held against what every plugin has to keep to."""

from typing import NamedTuple

from newslint.api import Reader, Reporter, Rule
from newslint.model import SEVERITIES


class PluginError(Exception):
    """A plugin that must not or cannot run; the message says what to do."""


class PluginContents(NamedTuple):
    """What one plugin offers."""

    plugin: str
    rules: tuple[type[Rule], ...] = ()
    readers: tuple[type[Reader], ...] = ()
    reporters: tuple[type[Reporter], ...] = ()


def validate(offered: PluginContents, family: str | None) -> None:
    """Raises RefusedError for an offer that must not run. Without a family, its rules may be of any, but of one."""
    _check_rules(offered, family)
    _check_formats(offered)
    if not (offered.rules or offered.readers or offered.reporters):
        raise PluginError("offers nothing; define newslint_rules(), newslint_readers() or newslint_reporters()")


def _check_rules(offered: PluginContents, family: str | None) -> None:
    names: set[str] = set()
    for rule in offered.rules:
        if not (isinstance(rule, type) and issubclass(rule, Rule)):
            raise PluginError(f"newslint_rules() gave {rule!r}, which is no subclass of newslint.api.Rule")
        name = getattr(rule, "name", "")
        family = family or name.split("/")[0]
        if name.split("/")[0] != family or name.count("/") != 1 or not _kebab(name.split("/")[1]):
            wanted = f'"{family or "FAMILY"}/…", in kebab-case'
            raise PluginError(f'the name of its rule {rule.__name__} is "{name}"; it must be {wanted}')
        if name in names:
            raise PluginError(f'two of its rules are called "{name}"; rename one')
        names.add(name)
        if rule.severity not in SEVERITIES:
            raise PluginError(f'{name} has the severity "{rule.severity}"; it must be one of {", ".join(SEVERITIES)}')


def _check_formats(offered: PluginContents) -> None:
    for reader in offered.readers:
        suffixes = getattr(reader, "suffixes", None)
        fit = isinstance(suffixes, tuple) and all(isinstance(one, str) and one[:1] == "." for one in suffixes)
        if not (isinstance(reader, type) and fit and hasattr(reader, "read")):
            wanted = 'a class with `suffixes`, as in (".wire",), and `read`'
            raise PluginError(f"newslint_readers() gave {reader!r}; it must be {wanted}")
    for reporter in offered.reporters:
        name = getattr(reporter, "name", None)
        if not (isinstance(reporter, type) and name and isinstance(name, str) and hasattr(reporter, "report")):
            wanted = "a class with a `name` and `report`"
            raise PluginError(f"newslint_reporters() gave {reporter!r}; it must be {wanted}")


def _kebab(name: str) -> bool:
    return bool(name) and all(part.isalnum() and part == part.lower() for part in name.split("-"))
