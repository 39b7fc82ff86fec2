"""The options of the command. What they promise stands in the documentation and changes only on purpose."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import typer
from typer.core import TyperCommand

from newslint import __version__
from newslint.front.command import execute
from newslint.front.output import refuse
from newslint.front.request import Request
from newslint.host.settings import did_you_mean

app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)


def _version(value: bool) -> None:
    if value:
        typer.echo(f"newslint {__version__}")
        raise typer.Exit


class Command(TyperCommand):
    """Says of an unknown option which one may have been meant."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Exits with 2 for an option that is not there."""
        known = [name for parameter in self.params for name in (*parameter.opts, *parameter.secondary_opts)]
        try:
            return super().parse_args(ctx, args)
        except Exception as error:  # its class has had several homes: click, and a copy inside typer
            unknown = getattr(error, "option_name", None)
            if unknown is None or unknown in known:
                raise
            raise typer.Exit(refuse(f"there is no option {unknown}{did_you_mean(unknown, known)}")) from error


Names = list[str] | None


@app.command(cls=Command, context_settings={"help_option_names": ["-h", "--help"]})
def lint(
    paths: Annotated[Names, typer.Argument(metavar="[PATH]...", help="Files and folders; - is standard input.")] = None,
    select: Annotated[Names, typer.Option(metavar="A,B", help="Run these rules only: family, name or glob.")] = None,
    ignore: Annotated[Names, typer.Option(metavar="A,B", help="Leave out these rules.")] = None,
    preview: Annotated[bool, typer.Option("--preview", help="Also run rules not yet precise enough to be on.")] = False,
    format: Annotated[  # noqa: A002
        str,
        typer.Option(
            metavar="F", help="text, full, json, jsonl, sarif, github, gitlab, rdjsonl, junit, checkstyle, html."
        ),
    ] = "text",
    output: Annotated[
        str | None, typer.Option("-o", "--output", metavar="FILE", help="Write the results there.")
    ] = None,
    fail_on: Annotated[
        Literal["error", "warning", "info", "never"] | None,
        typer.Option(help="The least severity that makes the exit status 1 (default: warning)."),
    ] = None,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Findings never change the exit status.")] = False,
    fix: Annotated[bool, typer.Option("--fix", help="Change the files as safe fixes say.")] = False,
    unsafe_fixes: Annotated[
        bool, typer.Option("--unsafe-fixes", help="Also with fixes that could remove something meant.")
    ] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Show what fixes would change, and write nothing.")] = False,
    baseline: Annotated[str | None, typer.Option(metavar="FILE", help="Findings known and accepted.")] = None,
    write_baseline: Annotated[
        bool, typer.Option("--write-baseline", help="Accept what is found now into the baseline.")
    ] = False,
    no_cross: Annotated[bool, typer.Option("--no-cross", help="Leave out the comparing of articles.")] = False,
    config: Annotated[str | None, typer.Option(metavar="FILE", help="Another configuration file.")] = None,
    isolated: Annotated[bool, typer.Option("--isolated", help="No configuration file at all.")] = False,
    jobs: Annotated[int, typer.Option("-j", "--jobs", min=0, help="Processes; 0 = as many as pay.")] = 0,
    date: Annotated[
        str | None, typer.Option(metavar="DAY", help="When articles were published that do not say so themselves.")
    ] = None,
    stdin_filename: Annotated[str, typer.Option(metavar="NAME", help="What standard input is called.")] = "<stdin>",
    column_unit: Annotated[
        Literal["char", "byte", "utf16", "display"], typer.Option(help="What columns count.")
    ] = "char",
    statistics: Annotated[
        bool, typer.Option("--statistics", help="Findings and time by rule, instead of findings.")
    ] = False,
    explain: Annotated[str | None, typer.Option(metavar="RULE", help="Tell what a rule is for.")] = None,
    list_rules: Annotated[bool, typer.Option("--list-rules", help="Tell which rules there are.")] = False,
    show_config: Annotated[bool, typer.Option("--show-config", help="Tell the settings in force.")] = False,
    show_files: Annotated[bool, typer.Option("--show-files", help="Tell which files would be linted.")] = False,
    test: Annotated[str | None, typer.Option(metavar="PATH", help="Run the examples of a plugin's rules.")] = None,
    trust: Annotated[bool, typer.Option("--trust", help="Agree to the local plugins of the configuration.")] = False,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="No summary line.")] = False,
    no_progress: Annotated[bool, typer.Option("--no-progress", help="No progress on a terminal.")] = False,
    color: Annotated[Literal["auto", "always", "never"], typer.Option(metavar="WHEN")] = "auto",
    debug: Annotated[bool, typer.Option("--debug", help="Show whole traces of what broke.")] = False,
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True)] = False,
) -> None:
    """Lint every news article below the paths (default: the working directory).

    Exit status: 0 nothing found, 1 findings, 2 something broke.
    """
    given: dict[str, Any] = {name: value for name, value in locals().items() if name in Request._fields}
    raise typer.Exit(execute(Request(**{**given, "select": _split(select), "ignore": _split(ignore)})))


def _split(given: Names) -> tuple[str, ...]:
    return tuple(name.strip() for item in given or () for name in item.split(",") if name.strip())
