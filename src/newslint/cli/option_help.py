"""The texts of `--help`: a panel and a row for each option of the command."""

from collections.abc import Mapping

from newslint.named_tuple import NamedTuple
from newslint.reporters import LAZY_REPORTERS

FORMATS = ("text (default)", *LAZY_REPORTERS)
RULES = "Rules"
ARTICLES = "Articles"
RESULTS = "Results"
STATUS = "Exit status"
FIXES = "Fixes"
BASELINE = "Baseline"
CONFIGURATION = "Configuration"
INFORMATION = "Information"
GENERAL = "General options"
PANELS = {
    RULES: "Choose rules by family, by family/name, or by a glob such as sources/*.",
    ARTICLES: "State facts about the articles that are not in their text.",
    RESULTS: "Choose what newslint writes, and where: to standard output or to a file.",
    STATUS: "0: no findings. 1: findings. 2: an error in a path, a file, an option, a plugin or a rule.",
    FIXES: "Change the files, where a rule provides a fix.",
    BASELINE: "Leave out accepted findings. newslint reads .newslint-baseline.jsonl beside the configuration file.",
    CONFIGURATION: "Choose the settings. newslint reads the nearest .newslint.toml, in the working directory or above.",
    INFORMATION: "Print something and exit without linting.",
    GENERAL: "Control how the command runs.",
}


class OptionHelp(NamedTuple):
    """One option in `--help`."""

    panel: str
    text: str
    metavar: str | None = None  # how the value is called; a flag has none
    minimum: int | None = None  # of a number


# Keyed by the fields of RunOptions, without `paths`, which is not an option.
OPTION_HELP: Mapping[str, OptionHelp] = {
    "select": OptionHelp(RULES, "Run only these rules.", "A,B"),
    "ignore": OptionHelp(RULES, "Leave out these rules.", "A,B"),
    "preview": OptionHelp(RULES, "Also run rules that are not yet precise enough to run by default."),
    "no_cross": OptionHelp(RULES, "Leave out the rules that compare articles."),
    "force_exclude": OptionHelp(
        ARTICLES, "Leave out named files that `exclude` leaves out, and those that are no articles."
    ),
    "since": OptionHelp(ARTICLES, "Lint files that changed since a commit, and report only changed lines.", "REV"),
    "against": OptionHelp(ARTICLES, "Compare with the articles at PATH as well, and report only the others.", "PATH"),
    "encoding": OptionHelp(
        ARTICLES, "Set the encoding of files without a byte order mark (default: utf-8), as in latin-1.", "NAME"
    ),
    "date": OptionHelp(ARTICLES, "Set the publication date of articles that state none (YYYY-MM-DD).", "DATE"),
    "stdin_filename": OptionHelp(ARTICLES, "Name the article on standard input.", "NAME"),
    "format": OptionHelp(
        RESULTS,
        f"Write {', '.join(FORMATS[:-1])} or {FORMATS[-1]}.",
        "F",
    ),
    "output": OptionHelp(RESULTS, "Write the results to FILE (atomically).", "FILE"),
    "column_unit": OptionHelp(RESULTS, "Count columns in char (default), byte, utf16 or display units.", "UNIT"),
    "statistics": OptionHelp(RESULTS, "Print counts and time by rule, instead of findings; also as json."),
    "color": OptionHelp(RESULTS, "Color the text: auto (default: on a terminal), always or never.", "WHEN"),
    "fail_on": OptionHelp(
        STATUS, "Set the minimum severity for status 1: error, warning (default), info or never.", "LEVEL"
    ),
    "exit_zero": OptionHelp(STATUS, "Exit 0 even with findings; errors still exit 2."),
    "fix": OptionHelp(FIXES, "Apply safe fixes."),
    "unsafe_fixes": OptionHelp(FIXES, "Also apply fixes that may remove intended content."),
    "diff": OptionHelp(FIXES, "Print what --fix would change, and write nothing."),
    "baseline": OptionHelp(BASELINE, "Use another baseline file.", "FILE"),
    "write_baseline": OptionHelp(BASELINE, "Accept all current findings."),
    "verdicts": OptionHelp(
        BASELINE, "With --write-baseline, accept only findings that FILE, from an HTML report, marks as wrong.", "FILE"
    ),
    "config": OptionHelp(CONFIGURATION, "Use another configuration file.", "FILE"),
    "isolated": OptionHelp(CONFIGURATION, "Ignore the configuration file and the baseline beside it."),
    "trust": OptionHelp(CONFIGURATION, "Trust the configured local plugins and exit."),
    "explain": OptionHelp(INFORMATION, "Print the documentation of a rule, with examples.", "RULE"),
    "list_rules": OptionHelp(INFORMATION, "List all rules; * marks enabled ones. With --format json, for programs."),
    "show_config": OptionHelp(INFORMATION, "Print the settings in effect."),
    "show_files": OptionHelp(INFORMATION, "List the files that would be linted."),
    "test": OptionHelp(INFORMATION, "Run the examples in a plugin's rules.", "PATH"),
    "new_plugin": OptionHelp(INFORMATION, "Write a package with a rule, examples and tests, to start from.", "NAME"),
    "why": OptionHelp(INFORMATION, "Tell why a rule reports, or does not, in the path FILE or FILE:LINE.", "RULE"),
    "watch": OptionHelp(GENERAL, "Lint again whenever an article or the configuration changes."),
    "jobs": OptionHelp(GENERAL, "Set the number of processes; 0 (default) chooses automatically.", "N", minimum=0),
    "quiet": OptionHelp(GENERAL, "Print no summary line and no progress."),
    "no_progress": OptionHelp(GENERAL, "Print no progress on a terminal."),
    "debug": OptionHelp(GENERAL, "Print full tracebacks."),
}
VERSION_HELP = OptionHelp(GENERAL, "Print the version and exit.")
