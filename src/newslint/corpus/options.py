"""What the options of `newslint-corpus` mean: settings, columns, the language, and how to clean."""

from __future__ import annotations

from argparse import Namespace

from newslint.config.loader import load_for_run, split_names, with_overrides
from newslint.config.presets import PRESETS
from newslint.config.settings import Settings, SettingsError
from newslint.corpus.outputs.clean_types import CleanOptions
from newslint.corpus.records.language import ENGLISH_CODE
from newslint.corpus.types import Columns
from newslint.linter.linter import Linter
from newslint.linter.rule_settings import check_rule_names


def settings_of(options: Namespace) -> Settings:
    """Return the settings of the configuration with those of the command line. Raises SettingsError."""
    return with_overrides(
        load_for_run(options.config, isolated=options.isolated),
        select=split_names(options.select),
        ignore=split_names(options.ignore),
        preview=options.preview,
        cross=not options.no_cross,
    )


def columns_of(options: Namespace, linter: Linter) -> Columns:
    """Return the preset's columns with those of the command line, grouped as rules are configured to group articles."""
    preset = PRESETS[options.preset] if options.preset else Columns()
    names = (options.text_column, options.id_column, options.date_column, options.group_by, options.language_column)
    columns = preset._replace(**{field: (name,) for field, name in zip(Columns._fields, names, strict=True) if name})
    if options.language and not columns.language:
        columns = columns._replace(language=("language",))
    group_bys = sorted(
        {rule.options.group_by for rule in linter.enabled_rules if getattr(rule.options, "group_by", "")}
    )
    if options.group_by or not group_bys:
        return columns
    if len(group_bys) > 1:
        raise SettingsError(f"rules group articles by {' and by '.join(group_bys)}; choose one with --group-by")
    return columns._replace(group=(group_bys[0],))


def grouped_rules(linter: Linter, columns: Columns) -> dict[str, dict[str, object]]:
    """Return the options of rules: those that can group articles do so by the group of the corpus."""
    tables: dict[str, dict[str, object]] = {name: dict(table) for name, table in linter.settings.rules.items()}
    for rule in linter.enabled_rules if columns.group else ():
        if "group_by" in rule.Options._fields:
            tables.setdefault(rule.name, {})["group-by"] = "group"
    return tables


def language_of(options: Namespace) -> str:
    """Return the language of the articles to lint; empty for all. Raises SettingsError for one that nothing tells."""
    if options.language_column and not options.language:
        raise SettingsError("--language-column says where the language is; add --language, such as --language en")
    if options.language not in ("", ENGLISH_CODE) and not options.language_column:
        raise SettingsError(
            f"--language {options.language}: newslint itself tells only whether a text is English; "
            "name the column that has the language with --language-column"
        )
    code: str = options.language
    return code


def clean_options(options: Namespace, linter: Linter) -> CleanOptions | None:
    """Return the options of `--clean`, None without it. Raises SettingsError for names of rules that do not exist."""
    rules, unsafe = split_names(options.fix_rules), split_names(options.unsafe_fixes)
    if not options.clean:
        for name in ("fix_rules", "unsafe_fixes", "clean_column", "dry_run"):
            if getattr(options, name):
                raise SettingsError(f"--{name.replace('_', '-')} says how to clean; add --clean")
        return None
    check_rule_names("--fix-rules", rules, linter.all_rules)
    check_rule_names("--unsafe-fixes", unsafe, linter.all_rules)
    return CleanOptions(rules, unsafe, options.clean_column or "", options.dry_run)
