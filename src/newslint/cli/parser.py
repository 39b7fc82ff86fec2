"""The parser of the command line, built from `RunOptions` and the texts of `--help`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from inspect import Parameter, Signature
from typing import Annotated, Any

import typer
from typer.core import TyperCommand

from newslint import __version__
from newslint.cli.dispatch import execute
from newslint.cli.option_help import GENERAL, OPTION_HELP, PANELS, VERSION_HELP, OptionHelp
from newslint.cli.options import NAME_LISTS, SHORT_OPTIONS, RunOptions, option_name
from newslint.config.loader import split_names
from newslint.config.settings import did_you_mean
from newslint.console import print_error
from newslint.reporters import LAZY_REPORTERS


class Command(TyperCommand):
    """A command that suggests a similar option for an unknown one, and whose help has a panel for each purpose."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parse the arguments. Exits with 2 for an unknown option and for an invalid value."""
        names = [name for parameter in self.params for name in (*parameter.opts, *parameter.secondary_opts)]
        try:
            return super().parse_args(ctx, args)
        except Exception as error:  # click's class, or its copy inside typer: which one depends on the version
            unknown = getattr(error, "option_name", None)
            if unknown is not None and unknown not in names:
                message = f"there is no option {unknown}{did_you_mean(unknown, names)}"
            elif hasattr(error, "format_message"):
                message = error.format_message().rstrip(".")
            else:
                raise
            raise typer.Exit(print_error(f"{message} (`newslint --help` lists the options)")) from error

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """Write the usage line."""
        formatter.write_usage(ctx.command_path, "[OPTIONS] [PATH]...")

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write a panel for each purpose."""
        rows: dict[str, list[tuple[str, str]]] = {panel: [] for panel in PANELS}
        for parameter in self.get_params(ctx):
            panel = getattr(parameter, "rich_help_panel", None) or GENERAL
            if (row := parameter.get_help_record(ctx)) and parameter.param_type_name == "option":
                rows[panel].append(row)
        for panel, sentence in PANELS.items():
            with formatter.section(panel):
                formatter.write_text(sentence)
                formatter.write_paragraph()
                formatter.write_dl(rows[panel])


def _lint(version: bool, paths: list[str] | None, **values: Any) -> None:
    """Lint every news article at and below the paths: files, folders, or - for standard input.

    Without a path, lint the working directory.
    """
    for name in NAME_LISTS:
        values[name] = split_names(values[name] or ())
    raise typer.Exit(execute(RunOptions(paths=tuple(paths or ()), **values)))


def _parameters() -> Iterator[Parameter]:
    """Yield the parameters from which typer makes the options: one for each field of RunOptions, and `version`."""
    paths = typer.Argument(metavar="[PATH]...")
    yield Parameter("paths", Parameter.KEYWORD_ONLY, default=None, annotation=Annotated[list[str] | None, paths])
    for field, kind in RunOptions.__annotations__.items():
        if field != "paths":
            default = getattr(RunOptions, field)
            listed = field in NAME_LISTS
            kind = list[str] | None if listed else kind
            option = _option(field, OPTION_HELP[field])
            yield Parameter(
                field, Parameter.KEYWORD_ONLY, default=None if listed else default, annotation=Annotated[kind, option]
            )
    version = _option("version", VERSION_HELP, callback=_print_version, is_eager=True)
    yield Parameter("version", Parameter.KEYWORD_ONLY, default=False, annotation=Annotated[bool, version])


def _rules(incomplete: str) -> list[str]:
    """Return the families and the rules that begin so; in a list, those for the last name."""
    from newslint.config.settings import Settings
    from newslint.linter.linter import build_linter

    names = build_linter(Settings()).all_rules
    before, comma, last = incomplete.rpartition(",")
    families = sorted({name.split("/", 1)[0] for name in names})
    return [f"{before}{comma}{name}" for name in (*families, *names) if name.startswith(last)]


def _formats(incomplete: str) -> list[str]:
    return [name for name in ("text", *LAZY_REPORTERS) if name.startswith(incomplete)]


COMPLETIONS: dict[str, Callable[[str], list[str]]] = {
    **dict.fromkeys(("select", "ignore", "explain", "why"), _rules),
    "format": _formats,
}


def _option(field: str, row: OptionHelp, **more: Any) -> Any:
    return typer.Option(
        *(short for short, name in SHORT_OPTIONS.items() if name == field),
        option_name(field),
        help=row.text,
        metavar=row.metavar,
        min=row.minimum,
        rich_help_panel=row.panel,
        show_default=False,
        autocompletion=COMPLETIONS.get(field),
        **more,
    )


def _print_version(asked: bool) -> None:
    if asked:
        typer.echo(f"newslint {__version__}")
        raise typer.Exit


_signature = Signature([*_parameters()])
_lint.__signature__ = _signature  # type: ignore[attr-defined]
_lint.__annotations__ = {name: parameter.annotation for name, parameter in _signature.parameters.items()}

app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)
app.command(name="newslint", cls=Command, context_settings={"help_option_names": ["-h", "--help"]})(_lint)
