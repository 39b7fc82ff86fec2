"""Validation of what one plugin provides."""

from newslint.api import CrossArticleRule, Rule
from newslint.model import SEVERITIES, Clause
from newslint.plugin_loader import PluginContents, PluginError


def validate(contents: PluginContents, family: str | None) -> None:
    """Raise PluginError for contents that must not run.

    All rules must belong to `family`; None allows any, as long as it is the same.
    """
    _validate_rules(contents, family)
    _validate_formats(contents)
    if not (contents.rules or contents.readers or contents.reporters):
        raise PluginError(
            "provides no rules, readers or reporters; define newslint_rules(), newslint_readers() or "
            "newslint_reporters()"
        )


def _validate_rules(contents: PluginContents, family: str | None) -> None:
    names: set[str] = set()
    for rule in contents.rules:
        if not (isinstance(rule, type) and issubclass(rule, Rule)):
            raise PluginError(f"newslint_rules() returned {rule!r}, which is not a subclass of newslint.api.Rule")
        name = getattr(rule, "name", "")
        family = family or name.split("/")[0]
        if name.split("/")[0] != family or name.count("/") != 1 or not _is_kebab_case(name.split("/")[1]):
            wanted = f'"{family or "FAMILY"}/…", in kebab-case'
            raise PluginError(f'the name of its rule {rule.__name__} is "{name}"; it must be {wanted}')
        if name in names:
            raise PluginError(f'two of its rules are called "{name}"; rename one')
        names.add(name)
        if rule.severity not in SEVERITIES:
            raise PluginError(f'{name} has the severity "{rule.severity}"; it must be one of {", ".join(SEVERITIES)}')
        _validate_methods(rule)
        for profile, clause in rule.profiles.items():
            if not isinstance(clause, Clause) or clause.severity not in SEVERITIES:
                wanted = f"a Clause whose severity is one of {', '.join(SEVERITIES)}"
                raise PluginError(f'{name} has, for the profile "{profile}", {clause!r}; it must be {wanted}')


def _validate_methods(rule: type[Rule]) -> None:
    """Raise PluginError for a rule that can never find anything."""
    if isinstance(rule.required_kinds, str):
        raise PluginError(f'{rule.name} has a string as required_kinds; write ("{rule.required_kinds}",)')
    if issubclass(rule, CrossArticleRule):
        missing = [method for method in ("collect_facts", "compare_facts") if _is_inherited(rule, method)]
        if missing:
            raise PluginError(f"{rule.name} compares articles and does not define {missing[0]}; define it")
    elif _is_inherited(rule, "check") and _is_inherited(rule, "judge"):
        raise PluginError(f"{rule.name} defines neither check nor judge, so it finds nothing; define one of them")


def _is_inherited(rule: type[Rule], method: str) -> bool:
    base = CrossArticleRule if issubclass(rule, CrossArticleRule) else Rule
    return getattr(rule, method) is getattr(base, method)


def _validate_formats(contents: PluginContents) -> None:
    for reader in contents.readers:
        suffixes = getattr(reader, "suffixes", None)
        is_valid = isinstance(suffixes, tuple) and all(isinstance(item, str) and item[:1] == "." for item in suffixes)
        if not (isinstance(reader, type) and is_valid and hasattr(reader, "read")):
            wanted = 'a class with `suffixes`, as in (".wire",), and `read`'
            raise PluginError(f"newslint_readers() returned {reader!r}; it must be {wanted}")
    for reporter in contents.reporters:
        name = getattr(reporter, "name", None)
        if not (isinstance(reporter, type) and name and isinstance(name, str) and hasattr(reporter, "report")):
            wanted = "a class with a `name` and `report`"
            raise PluginError(f"newslint_reporters() returned {reporter!r}; it must be {wanted}")


def _is_kebab_case(name: str) -> bool:
    return bool(name) and all(part.isalnum() and part == part.lower() for part in name.split("-"))
