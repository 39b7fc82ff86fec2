"""What a page's template left in the text: placeholders, shortcodes, tags and comments of its markup."""

from __future__ import annotations

from bisect import bisect_right

from newslint.api import Article, Pattern, Span, non_blank_lines

TAG = Pattern(
    r"""
      \{\{ [^{}\n]{0,200} \}\}                                              # {{ title }}
    | \{% [^\n]{0,200}? %\}
    | \{ (?: [\w-]+ (?:\.[\w-]+)+ | [a-z]+_\w+ ) \}                           # {Site.com} {post_title}
    | \[ /? (?:embed|object\ object) \]
    | \[ / (?:caption|gallery|video|audio|playlist|youtube|tweet|iframe) \]
    | \[ (?:caption|embed|gallery|video|audio|playlist|youtube|twitter|tweet|instagram|iframe|ad|vc_\w+|wp\w*)
      [\s=:] [^\]\n]{0,300} \]
    | <!-- [^\n]{0,400}? -->
    | </? (?:a|b|blockquote|br|div|em|figcaption|figure|h[1-6]|hr|i|iframe|img|li|ol|p|script|section|span|strong|style
        |table|td|tr|u|ul)
      (?: [\s/] [^<>\n]{0,600} )? >
    | %% \w{1,40} %%
    """
)
# How it goes on in square brackets: most of them are an editor's, in a quotation.
BRACKETED = ("/", "emb", "obj", "cap", "gal", "vid", "aud", "pla", "you", "twi", "twe", "ins", "ifr", "ad", "vc_", "wp")
WHOLE = Pattern(r"\{ [^{}\n]{1,60} \} $ | \[ (?:caption|gallery|video|audio|playlist|tweet|ad|advertisement) \] $")


def has_word_before(text: str, at: int) -> bool:
    """Whether a word stands close before `at` in its line, as before most mentions: then no line begins there."""
    return any(map(str.isalnum, text[max(0, at - 6) : at].rpartition("\n")[2]))


def templates(article: Article) -> list[Span]:
    """Every leftover, in order."""
    text, found, last = article.text, list[Span](), -1
    for start, end, sign in article.mentions("boilerplate.template"):
        if start < last or (sign == "[" and not text[end : end + 3].lower().startswith(BRACKETED)):
            continue
        match = TAG.match(text, start, start + 700)
        if match:
            last = match.end()
            found.append(Span(start, last))
    return found


def template_lines(article: Article) -> list[int]:
    """The numbers of the filled lines that hold nothing else."""
    text, left = article.text, article.get(templates)
    alone = [
        start for start, _end, _word in article.mentions("boilerplate.template") if not has_word_before(text, start)
    ]
    if not left and not alone:
        return []
    lines = article.get(non_blank_lines)
    covered: dict[int, int] = {}  # by line: up to where leftovers cover it from its start on
    for start, end in left:
        number = bisect_right(lines, (start, len(text) + 1)) - 1
        if not text[covered.get(number, lines[number].start) : start].strip():
            covered[number] = end
    found = [number for number, end in covered.items() if end == lines[number].end]
    for start in alone:
        number = bisect_right(lines, (start, len(text) + 1)) - 1
        if lines[number].start == start and number not in covered and WHOLE.match(text, start, lines[number].end):
            found.append(number)
    return found
