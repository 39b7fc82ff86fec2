"""What a page's template left in the text: placeholders, shortcodes, tags and comments of its markup."""

from __future__ import annotations

from bisect import bisect_right

from newslint.api import Article, Pattern, Span, build_alternation, non_blank_lines
from newslint_boilerplate.data.words import HTML_TAGS, SHORTCODES

MAX_TAG_CHARS = 700

TAG = Pattern(
    rf"""
      \{{\{{ [^{{}}\n]{{0,200}} \}}\}}
    | \{{% [^\n]{{0,200}}? %\}}
    | \{{ (?: [\w-]+ (?:\.[\w-]+)+ | [a-z]+_\w+ ) \}}
    | \[ /? (?:embed|object\ object) \]
    | \[ / {build_alternation(SHORTCODES)} \]
    | \[ (?:{build_alternation(SHORTCODES)}|vc_\w+|wp\w*) [\s=:] [^\]\n]{{0,300}} \]
    | <!-- [^\n]{{0,400}}? -->
    | </? {build_alternation(HTML_TAGS)} (?: [\s/] [^<>\n]{{0,600}} )? >
    | %% \w{{1,40}} %%
    """,
    matches=(
        "{{ title }}", "{% include ad %}", "{Example.com}", "{post_title}", "[embed]", "[/caption]",
        '[gallery ids="1,2"]', "[vc_row width=1]", "<!-- ad -->", "<br>", '<a href="x">', "</p>", "%%name%%",
    ),
    misses=("{sic}", "[in the second trial]", "[video]", "< 5 million and > 2", "100%% of"),
)  # fmt: skip
# A line of tags that hold nothing a reader could miss: no address, no attribute, no name of a site.
BARE_TAGS = Pattern(
    rf"""(?: \s* (?: \{{\{{ \s* [\w.-]{{1,40}} \s* \}}\}} | \[/?embed\] | \[/{build_alternation(SHORTCODES)}\]
      | </?{build_alternation(HTML_TAGS)}\s?/?> | %%\w{{1,40}}%% ) )+ \s* $""",
    matches=("{{ title }}", "[/caption]", "<br> <br />", "%%name%%"),
    misses=("{Example.com}", '<a href="x">', "[youtube x]", "<!-- ad -->", "<b>The dam</b>"),
)
# How a shortcode begins after its bracket: most square brackets are an editor's, in a quotation.
AFTER_BRACKET = ("/", "obj", "vc_", "wp", *(code[:3] for code in SHORTCODES))
WHOLE_LINE_TAG = Pattern(
    r"\{ [^{}\n]{1,60} \} $ | \[ (?:caption|gallery|video|audio|playlist|tweet|ad|advertisement) \] $",
    matches=("{headline}", "[advertisement]"),
    misses=("{headline} of the day", "[sic]"),
)


def has_word_before(text: str, at: int) -> bool:
    """Return whether a word stands close before `at` in its line, as before most mentions."""
    return any(map(str.isalnum, text[max(0, at - 6) : at].rpartition("\n")[2]))


def template_tags(article: Article) -> list[Span]:
    """Return every leftover of a template, in order."""
    text, found, last = article.text, list[Span](), -1
    for start, end, sign in article.mentions("boilerplate.template"):
        if start < last or (sign == "[" and not text[end : end + 3].lower().startswith(AFTER_BRACKET)):
            continue
        match = TAG.match(text, start, start + MAX_TAG_CHARS)
        if match:
            last = match.end()
            found.append(Span(start, last))
    return found


def template_lines(article: Article) -> list[int]:
    """Return the numbers of the lines that hold only leftovers, among the lines that are not blank."""
    text, tags = article.text, article.get(template_tags)
    line_starts = [
        start for start, _end, _sign in article.mentions("boilerplate.template") if not has_word_before(text, start)
    ]
    if not line_starts:
        return []
    lines = article.get(non_blank_lines)
    covered: dict[int, int] = {}  # the end of what tags cover of a line from its start on, by line number
    with_text = set[int]()
    for start, end in tags:
        number = bisect_right(lines, (start, len(text) + 1)) - 1
        if number in with_text:
            continue
        if text[covered.get(number, lines[number].start) : start].strip():
            with_text.add(number)
        else:
            covered[number] = end
    found = [number for number, end in covered.items() if end == lines[number].end]
    for start in line_starts:
        number = bisect_right(lines, (start, len(text) + 1)) - 1
        if lines[number].start == start and WHOLE_LINE_TAG.match(text, start, lines[number].end):
            found.append(number)
    return found
