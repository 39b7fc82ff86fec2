"""Lines of a script or a style sheet that was left in the text."""

from __future__ import annotations

from bisect import bisect_right

from newslint.api import Article, Pattern, non_blank_lines

MAX_CODE_CHARS = 600  # of a line that are read
MIN_MARK_SHARE = 0.06  # of its characters that are marks of code
CODE_MARKS = frozenset("{}();=[]<>|&$")

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
    starts = {mention[0] for kind in ("boilerplate.code", "boilerplate.template") for mention in article.mentions(kind)}
    ends = {at for at, past, _mark in article.mentions("boilerplate.statement") if text[past : past + 1] in ("", "\n")}
    found, lines = set[int](), article.get(non_blank_lines) if starts or ends else []
    for at in starts | ends:
        number = bisect_right(lines, (at, len(text) + 1)) - 1
        start, end = lines[number]
        line = text[start : min(end, start + MAX_CODE_CHARS)]
        may_be_code = at in starts and sum(map(line.count, CODE_MARKS)) >= MIN_MARK_SHARE * len(line)
        if (may_be_code and CODE.search(line, 0, len(line))) or (at in ends and STATEMENT.match(line, 0, len(line))):
            found.add(number)
    return sorted(found)
