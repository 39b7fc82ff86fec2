"""Lines of a script or a style sheet that was left in the text."""

from __future__ import annotations

from bisect import bisect_right

from newslint.api import Article, Pattern, non_blank_lines

MAX_CODE_CHARS = 600  # of a line that are read
MIN_MARK_SHARE = 0.06  # of its characters that are marks of code
CODE_MARKS = frozenset("{}();=[]<>|&$")
MARK_KINDS = ("boilerplate.code", "boilerplate.template")

CODE = Pattern(
    r"""
      \b function \s* \w* \s* \( | => \s* \{ | \) \s* (?: \{ | ; | \.\w+\( )
    | \b (?: var | let | const ) \s+ [\w$]+ \s* =
    | [\w$\])] \s* = \s* [\w$\[{("'] [^\n]* ;
    | (?: ^ | [\s,}] ) [.#@]? [\w-]+ [^{}\n]* \{ [^{}\n]* [\w-] \s* : [^{}\n]+ [;}]
    | ^ [\s{}()\[\];,]* [{}] [\s{}()\[\];,]* $
    """,
    method="search",
    matches=(
        "var views = [];", "!function(a, b) { a.b = c }(window);", "ads.push(1);", ".ad { margin: 0 }",
        "@media (max-width: 9em) { .ad { margin: 0; } }", "});", "x = y; z = 1;",
    ),
    misses=("f(x) is a function of x", "Profit (in $m): 12; loss: 3", "{Example.com}", "It said: {sic}"),
)  # fmt: skip

# A line that is one statement; in a list of names or of cases, a semicolon follows a bracket as well.
STATEMENT = Pattern(
    r"""(?: [\w$.]+ \( [^\n]* \) | (?:var|let|const) \s+ [\w$]+ \s* = [^\n]*
      | @(?:import|charset|font-face) \s [^\n]* ) ; $""",
    matches=("track('view');", "const ad = new Ad(3);", "@import url('a.css');"),
    misses=("Example v. Sample (supra);", "A Example (Oslo); B Sample (Rome);"),
)


def code_lines(article: Article) -> list[int]:
    """Return the numbers of the lines that are code, among the lines that are not blank."""
    text = article.text
    lines = article.get(non_blank_lines)

    def line_at(offset: int) -> int:
        return bisect_right(lines, (offset, len(text) + 1)) - 1

    with_mark = {line_at(start) for kind in MARK_KINDS for start, _end, _mark in article.mentions(kind)}
    with_end = {
        line_at(start)
        for start, past, _mark in article.mentions("boilerplate.statement")
        if text[past : past + 1] in ("", "\n")
    }
    found = []
    for number in sorted(with_mark | with_end):  # each line once, however many marks it has
        start, end = lines[number]
        line = text[start : min(end, start + MAX_CODE_CHARS)]
        may_be_code = number in with_mark and sum(map(line.count, CODE_MARKS)) >= MIN_MARK_SHARE * len(line)
        if (may_be_code and CODE.search(line, 0, len(line))) or (
            number in with_end and STATEMENT.match(line, 0, len(line))
        ):
            found.append(number)
    return found
