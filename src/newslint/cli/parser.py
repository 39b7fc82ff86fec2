"""The options of the command. What they promise stands in the documentation and changes only on purpose."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import typer
from typer.core import TyperCommand

from newslint import __version__
from newslint.cli.dispatch import execute
from newslint.cli.options import STANDARD_INPUT_NAME, RunOptions
from newslint.config.loader import split_names
from newslint.config.settings import did_you_mean
from newslint.console import print_error

app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)

# The panels of `--help`, each with what its options are for.
RULES = "Rules"
ARTICLES = "Articles"
RESULTS = "Results"
STATUS = "Exit status"
FIXES = "Fixes"
BASELINE = "Baseline"
CONFIGURATION = "Configuration"
INFORMATION = "Telling"
GENERAL = "The run"
PANELS = {
    RULES: "Which rules run. They are named by family, by family/name, or by a glob such as sources/*.",
    ARTICLES: "What is known of the articles from outside.",
    RESULTS: "What is written to standard output, or to a file.",
    STATUS: "0 nothing found, 1 findings, 2 something broke: a path, a file, an option, a plugin or a rule.",
    FIXES: "Changes to the files themselves, where a rule knows how to mend what it found.",
    BASELINE: "Findings that are known and accepted are left out. .newslint-baseline.jsonl is read where there is one.",
    CONFIGURATION: "The nearest .newslint.toml counts, from the working directory upwards.",
    INFORMATION: "Each of these tells something, and lints nothing.",
    GENERAL: "How the command itself behaves.",
}


def _version(value: bool) -> None:
    if value:
        typer.echo(f"newslint {__version__}")
        raise typer.Exit


class Command(TyperCommand):
    """Says of an unknown option which one may have been meant, and groups the options in its help."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Exits with 2 for what is no option, or no value of one."""
        known = [name for parameter in self.params for name in (*parameter.opts, *parameter.secondary_opts)]
        try:
            return super().parse_args(ctx, args)
        except Exception as error:  # its class has had several homes: click, and a copy inside typer
            unknown = getattr(error, "option_name", None)
            if unknown is not None and unknown not in known:
                message = f"there is no option {unknown}{did_you_mean(unknown, known)}"
            elif hasattr(error, "format_message"):
                message = error.format_message().rstrip(".")
            else:
                raise
            raise typer.Exit(print_error(f"{message} (`newslint --help` lists the options)")) from error

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """One line."""
        formatter.write_usage(ctx.command_path, "[OPTIONS] [PATH]...")

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """A panel for each purpose."""
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


Names = list[str] | None


def _option(*names: str, panel: str, **given: Any) -> Any:
    return typer.Option(*names, rich_help_panel=panel, show_default=False, **given)


@app.command(cls=Command, context_settings={"help_option_names": ["-h", "--help"]})
def lint(
    paths: Annotated[Names, typer.Argument(metavar="[PATH]...")] = None,
    select: Annotated[Names, _option(panel=RULES, metavar="A,B", help="Run these rules only.")] = None,
    ignore: Annotated[Names, _option(panel=RULES, metavar="A,B", help="Leave out these rules.")] = None,
    preview: Annotated[
        bool, _option("--preview", panel=RULES, help="Also run rules not yet precise enough to be on.")
    ] = False,
    no_cross: Annotated[
        bool, _option("--no-cross", panel=RULES, help="Leave out the rules that compare articles.")
    ] = False,
    date: Annotated[
        str | None,
        _option(panel=ARTICLES, metavar="DAY", help="When articles were published that do not say so, as 2025-05-23."),
    ] = None,
    stdin_filename: Annotated[
        str, _option(panel=ARTICLES, metavar="NAME", help="What the article on standard input is called.")
    ] = STANDARD_INPUT_NAME,
    format: Annotated[  # noqa: A002
        str,
        _option(
            panel=RESULTS,
            metavar="F",
            help="text (default), full, json, jsonl, sarif, github, gitlab, rdjsonl, junit, checkstyle, html.",
        ),
    ] = "text",
    output: Annotated[
        str | None,
        _option("-o", "--output", panel=RESULTS, metavar="FILE", help="Write them there, whole or not at all."),
    ] = None,
    column_unit: Annotated[
        Literal["char", "byte", "utf16", "display"],
        _option(panel=RESULTS, metavar="UNIT", help="What columns count: char (default), byte, utf16 or display."),
    ] = "char",
    statistics: Annotated[
        bool, _option("--statistics", panel=RESULTS, help="Findings and time by rule, instead of findings.")
    ] = False,
    color: Annotated[
        Literal["auto", "always", "never"],
        _option(panel=RESULTS, metavar="WHEN", help="auto (default: on a terminal), always or never."),
    ] = "auto",
    fail_on: Annotated[
        Literal["error", "warning", "info", "never"] | None,
        _option(
            panel=STATUS,
            metavar="LEVEL",
            help="The least severity that makes it 1: error, warning (default), info or never.",
        ),
    ] = None,
    exit_zero: Annotated[
        bool, _option("--exit-zero", panel=STATUS, help="Findings never change it; what broke still does.")
    ] = False,
    fix: Annotated[bool, _option("--fix", panel=FIXES, help="Change the files as safe fixes say.")] = False,
    unsafe_fixes: Annotated[
        bool, _option("--unsafe-fixes", panel=FIXES, help="Also with fixes that could remove something meant.")
    ] = False,
    diff: Annotated[
        bool, _option("--diff", panel=FIXES, help="Show what --fix would change, and write nothing.")
    ] = False,
    baseline: Annotated[
        str | None, _option(panel=BASELINE, metavar="FILE", help="Another file of accepted findings.")
    ] = None,
    write_baseline: Annotated[
        bool, _option("--write-baseline", panel=BASELINE, help="Accept what is found now.")
    ] = False,
    config: Annotated[
        str | None, _option(panel=CONFIGURATION, metavar="FILE", help="Another configuration file.")
    ] = None,
    isolated: Annotated[
        bool, _option("--isolated", panel=CONFIGURATION, help="No configuration, and no baseline beside it.")
    ] = False,
    trust: Annotated[
        bool, _option("--trust", panel=CONFIGURATION, help="Agree to the local plugins it names, and lint nothing.")
    ] = False,
    explain: Annotated[
        str | None, _option(panel=INFORMATION, metavar="RULE", help="What a rule is for, with examples.")
    ] = None,
    list_rules: Annotated[
        bool, _option("--list-rules", panel=INFORMATION, help="All rules; those that run are starred.")
    ] = False,
    show_config: Annotated[bool, _option("--show-config", panel=INFORMATION, help="The settings in force.")] = False,
    show_files: Annotated[
        bool, _option("--show-files", panel=INFORMATION, help="The files that would be linted.")
    ] = False,
    test: Annotated[
        str | None, _option(panel=INFORMATION, metavar="PATH", help="Whether the examples of a plugin's rules hold.")
    ] = None,
    jobs: Annotated[
        int, _option("-j", "--jobs", panel=GENERAL, metavar="N", min=0, help="Processes; 0 (default) = as many as pay.")
    ] = 0,
    quiet: Annotated[bool, _option("-q", "--quiet", panel=GENERAL, help="No summary line and no progress.")] = False,
    no_progress: Annotated[bool, _option("--no-progress", panel=GENERAL, help="No progress on a terminal.")] = False,
    debug: Annotated[bool, _option("--debug", panel=GENERAL, help="Whole traces of what broke.")] = False,
    version: Annotated[
        bool, _option("--version", panel=GENERAL, callback=_version, is_eager=True, help="The version.")
    ] = False,
) -> None:
    """Lint every news article at and below the paths: files, folders, or - for standard input.

    Without a path, the working directory is linted.
    """
    given: dict[str, Any] = {name: value for name, value in locals().items() if name in RunOptions._fields}
    raise typer.Exit(
        execute(RunOptions(**{**given, "select": split_names(select or ()), "ignore": split_names(ignore or ())}))
    )
