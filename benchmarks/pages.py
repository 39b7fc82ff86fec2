"""Generates web pages of generated articles, in layouts that newsrooms use, with the lines that are the article.

There are twelve layouts, from semantic HTML to nested tables. Around the article is what pages on the web have:
navigation, consent banners, teasers with sentences of other articles, long comments, scripts of many kilobytes.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Sequence
from html import escape
from typing import NamedTuple

from corpus import article, headline, sentence
from vocabulary import PLACES, SURNAMES

SECTIONS = "Home World Politics Business Culture Sport Opinion Weather Video Podcasts Obituaries Archive".split()
COOKIES = (
    "We and our partners use cookies to store information on your device and to show you advertisements that fit "
    "your interests. You can change your choice at any time in the settings."
)


class Page(NamedTuple):
    """A page, the lines of its article, and the lines that an extractor may keep or drop."""

    layout: str
    content: str
    charset: str
    body: tuple[str, ...]
    neutral: tuple[str, ...]  # headline, byline, captions
    title: str
    date: str | None
    other: tuple[str, ...]  # lines of the page that are not the article's


class Parts:
    """The content that the layouts arrange."""

    def __init__(self, draw: random.Random) -> None:
        self.draw = draw
        self.title, *self.body = article(draw, prose_only=True).strip().split("\n\n")
        self.day = f"{draw.randint(2015, 2025)}-{draw.randint(1, 12):02}-{draw.randint(1, 28):02}"
        self.date: str | None = f"{self.day}T{draw.randint(6, 20):02}:30:00+02:00"
        self.byline = f"By {draw.choice(SURNAMES)} {draw.choice(SURNAMES)}"
        self.caption = f"The view of {draw.choice(PLACES)} from the harbour. Photograph: {draw.choice(SURNAMES)}"
        self.other: list[str] = []

    def lines(self, minimum: int, maximum: int, sentences: int = 1) -> list[str]:
        """Return sentences of other articles."""
        made = []
        for _ in range(self.draw.randint(minimum, maximum)):
            line = " ".join(sentence(self.draw) for _ in range(self.draw.randint(1, sentences)))
            made.append(line)
        self.other += made
        return made

    def link(self, text: str) -> str:
        """Return a link with this text."""
        return f'<a href="/{self.draw.randint(1000, 99999)}/{"-".join(text.lower().split()[:4])}">{escape(text)}</a>'

    def nav(self, tag: str = "nav") -> str:
        """Return a menu of the sections."""
        items = "".join(f"<li>{self.link(name)}</li>" for name in SECTIONS)
        return f'<{tag} class="main-menu"><ul>{items}</ul></{tag}>'

    def teasers(self, minimum: int, maximum: int, tag: str = "h3") -> str:
        """Return headlines and sentences of other articles."""
        cards = []
        for line in self.lines(minimum, maximum):
            head = headline(self.draw)
            self.other.append(head)
            cards.append(f'<div class="card"><{tag}>{self.link(head)}</{tag}><p>{escape(line)}</p></div>')
        return "".join(cards)

    def comments(self, minimum: int = 2, maximum: int = 8) -> str:
        """Return long comments of readers."""
        made = "".join(
            f'<li class="comment"><div class="comment-author">{self.draw.choice(SURNAMES)}{number} says:</div>'
            f'<div class="comment-content"><p>{escape(line)}</p></div><a href="#reply">Reply</a></li>'
            for number, line in enumerate(self.lines(minimum, maximum, 4))
        )
        return f'<div id="comments" class="comments-area"><h2>Comments</h2><ol class="comment-list">{made}</ol></div>'

    def cookies(self) -> str:
        """Return a consent banner."""
        self.other.append(COOKIES)
        return f'<div id="cookie-banner" class="consent"><p>{COOKIES}</p><button>Accept all</button></div>'

    def newsletter(self) -> str:
        """Return a form to subscribe to a newsletter."""
        line = "Get the stories of the day in your inbox every morning. Enter your address to subscribe."
        self.other.append(line)
        return f'<div class="newsletter-signup"><p>{line}</p><input type="email"><button>Subscribe</button></div>'

    def footer(self) -> str:
        """Return a footer with the sections and a copyright notice."""
        line = f"© 2025 {self.draw.choice(PLACES)} Post. All rights reserved. Reuse without permission is not allowed."
        self.other.append(line)
        return f'<footer class="site-footer">{self.nav("div")}<p>{line}</p></footer>'

    def state(self) -> str:
        """Return the state and styles of a framework, up to ten times as long as the rest of the page."""
        filler = [
            {"id": n, "k": self.draw.choice(PLACES), "v": n * 7919 % 104729} for n in range(self.draw.randint(50, 900))
        ]
        return f"<script>window.__STATE__={json.dumps(filler)};</script><style>{'.a{color:#123}' * 200}</style>"

    def linked(self, kind: str = "NewsArticle", graph: bool = False, body: bool = False) -> str:
        """Return the metadata as JSON-LD."""
        found: dict[str, object] = {"@type": kind, "headline": self.title, "datePublished": self.date}
        if body:
            found["articleBody"] = " ".join(self.body)
        site = {"@type": "WebSite", "name": "Post", "datePublished": "2001-01-01"}
        whole: object = {"@context": "https://schema.org", "@graph": [site, found]} if graph else found
        return f'<script type="application/ld+json">{json.dumps(whole)}</script>'

    def paragraphs(self, tag: str = "p", between: Sequence[str] = ()) -> str:
        """Return the paragraphs of the body, with the parts `between` spread among them, and some markup in them."""
        made = [f"<{tag}>{self.marked(line)}</{tag}>" for line in self.body]
        for number, part in enumerate(between):
            made.insert(max(1, (number + 1) * len(made) // (len(between) + 1)), part)
        return "\n".join(made)

    def marked(self, line: str) -> str:
        """Return the line; in some of the long ones, one word is a link, strong or emphasised."""
        words = escape(line, quote=False).split(" ")
        if len(words) > 12 and self.draw.random() < 0.3:
            at = self.draw.randrange(3, len(words) - 4)
            words[at] = self.draw.choice(('<a href="/tag/x">{}</a>', "<strong>{}</strong>", "<em>{}</em>")).format(
                words[at]
            )
        return " ".join(words)


def _head(parts: Parts, *more: str) -> str:
    return f'<head><meta charset="utf-8"><title>{escape(parts.title)} | The Post</title>{"".join(more)}</head>'


def semantic(p: Parts) -> str:
    """Return a page with semantic elements."""
    return f"""<html lang=en>{_head(p, p.linked(), p.state())}
<body><header>{p.nav()}</header><main>
<article><h1>{escape(p.title)}</h1><p class="byline">{p.byline}</p>
<figure><img src="a.jpg" alt="A picture of it"><figcaption>{escape(p.caption)}</figcaption></figure>
{p.paragraphs()}</article>
<aside><h2>Most read</h2>{p.teasers(4, 8)}</aside></main>{p.footer()}{p.cookies()}</body></html>"""


def divs(p: Parts) -> str:
    """Return a page of `div` elements with telling class names, and links to other stories between the paragraphs."""
    inline = [f'<div class="story-related"><span>Read more:</span> {p.link(line)}</div>' for line in p.lines(2, 3)]
    meta = f"""<meta property="article:published_time" content="{p.date}">
<meta property="og:title" content="{escape(p.title)}">"""
    return f"""<html lang="en">{_head(p, meta, p.state())}
<body>{p.cookies()}<div id="header">{p.nav("div")}</div>
<div class="page"><div class="col-8"><div class="story-header"><h1 class="story-title">{escape(p.title)}</h1>
<div class="author">{p.byline}</div></div>
<div class="story-body__inner">{p.paragraphs(between=[*inline, p.newsletter()])}</div>
<div class="related-stories"><h2>Related</h2>{p.teasers(3, 6)}</div></div>
<div class="col-4 sidebar">{p.teasers(4, 6, "h4")}</div></div>{p.footer()}</body></html>"""


def tables(p: Parts) -> str:
    """Return a page whose layout is a table; it has no metadata."""
    p.date = None
    body = "<br><br>\n".join(escape(line) for line in p.body)
    menu = "<br>".join(p.link(name) for name in SECTIONS)
    return f"""<html><head><title>{escape(p.title)}</title>{p.state()}</head><body bgcolor=#ffffff><table width=100%>
<tr><td colspan=3><b>The Post</b></td></tr><tr><td valign=top width=150>{menu}</td>
<td valign=top><font size=5><b>{escape(p.title)}</b></font><br><i>{p.byline}</i><br><br>
<font face=arial size=2>{body}</font></td><td valign=top width=200>{p.teasers(2, 4, "b")}</td></tr></table>
<center><font size=1>{escape(p.lines(1, 1)[0])}</font></center></body></html>"""


def blog(p: Parts) -> str:
    """Return a page in the layout of the most common content management system."""
    meta = p.linked("BlogPosting", graph=True)
    return f"""<html lang="en-US">{_head(p, meta, p.state())}
<body class="single single-post"><div id="page" class="site">
<header class="site-header">{p.nav()}</header><div id="primary" class="content-area"><main>
<article class="post type-post"><header class="entry-header"><h1 class="entry-title">{escape(p.title)}</h1>
<span class="posted-on"><time class="entry-date published" datetime="{p.date}">{p.day}</time></span></header>
<div class="entry-content">{p.paragraphs()}<div class="sharedaddy"><h3>Share this:</h3>
<ul><li><a href="#">Twitter</a></li><li><a href="#">Facebook</a></li></ul></div></div>
<footer class="entry-footer">Filed under: <a href="/x">News</a></footer></article>{p.comments()}</main></div>
<div id="secondary" class="widget-area"><section class="widget"><h2>Recent Posts</h2>{p.teasers(3, 5, "h4")}</section>
</div>{p.footer()}</div></body></html>"""


def amp(p: Parts) -> str:
    """Return a page in AMP, for phones."""
    body = p.paragraphs(between=["<amp-ad type=x>Advertisement</amp-ad>"])
    return f"""<!doctype html><html amp lang="en">{_head(p, p.linked())}
<body><amp-sidebar id="s">{p.nav("div")}</amp-sidebar>
<div class="article-wrapper"><h1>{escape(p.title)}</h1><p class="by">{p.byline}</p>
<amp-img src="x.jpg" alt="x"></amp-img>
{body}<div class="more"><h4>More on this</h4>{p.teasers(2, 5)}</div></div>
<amp-consent id="c">{p.cookies()}</amp-consent>{p.footer()}</body></html>"""


def hashed(p: Parts) -> str:
    """Return a page with generated class names, and the text a second time in a framework's state."""
    body = "".join(
        f'<div class="css-1xk9 ssrcss-7uxr"><p class="css-at9mc1">{p.marked(line)}</p></div>' for line in p.body
    )
    state = json.dumps({"body": p.body, "title": p.title})
    return f"""<html lang="en-GB">{_head(p, p.linked("ReportageNewsArticle", body=True))}
<body><div id="__next">
<div class="css-2f1"><div class="css-88x">{p.nav("div")}</div>
<div class="css-3kj"><div class="css-h1"><h1 class="css-8ab">{escape(p.title)}</h1></div>{body}</div>
<div class="css-k2m"><h2 class="css-y7">More on this story</h2>{p.teasers(4, 8)}</div>
<div class="css-f00">{p.newsletter()}</div></div></div>
<script id="__NEXT_DATA__" type="application/json">{state}</script>{p.footer()}</body></html>"""


def brief(p: Parts) -> str:
    """Return a long page with a short report."""
    p.body, p.date = p.body[:3], p.day
    meta = f'<meta name="pubdate" content="{p.day}">'
    return f"""<html lang=en>{_head(p, meta, p.state())}
<body><div class=top>{p.nav("div")}</div>
<div class=main><h1>{escape(p.title)}</h1><div class=text>{p.paragraphs()}</div></div>
<div class=river><h2>Latest news</h2>{p.teasers(12, 25)}</div>{p.footer()}{p.cookies()}</body></html>"""


def live(p: Parts) -> str:
    """Return a live blog: entries with a time, each an `article` element."""
    entries = "".join(
        f'<article class="live-entry" id="e{number}"><time datetime="{p.day}T1{number % 10}:00">1{number % 10}:00'
        f'</time><div class="entry-body"><p>{p.marked(line)}</p></div></article>\n'
        for number, line in enumerate(p.body)
    )
    meta = f'<meta itemprop="datePublished" content="{p.date}">'
    return f"""<html lang="en">{_head(p, meta, p.state())}
<body>{p.nav()}<main id="main"><h1>{escape(p.title)}</h1>
<div class="live-blog">{entries}</div></main>
<section class="recommended" aria-label="Recommended"><h2>You may also like</h2>{p.teasers(3, 6)}</section>
{p.comments()}{p.footer()}</body></html>"""


def rich(p: Parts) -> str:
    """Return a page with a subhead, a list, a quotation and a caption between the paragraphs."""
    subhead = f"What {p.draw.choice(PLACES)} says"
    items = [p.body.pop() for _ in range(min(2, len(p.body) - 3))]
    listed = f"<h2>{subhead}</h2><ul>{''.join(f'<li>{escape(item)}</li>' for item in items)}</ul>"
    whole, p.body = p.body, p.body[:-1]
    figure = f"<figure><img src=b.jpg alt=x><figcaption>{escape(p.caption)}</figcaption></figure>"
    text = p.paragraphs(between=[figure, f"<blockquote><p>{escape(whole[-1])}</p></blockquote>", listed])
    p.body = [*whole, *items, subhead]
    return f"""<html lang="en">{_head(p, p.linked(graph=True), p.state())}
<body><header>{p.nav()}</header><div class="container">
<section class="article-content" itemprop="articleBody"><h1>{escape(p.title)}</h1>
<p class="dateline">{p.byline}</p>{text}
</section><div class="tags"><a href="/t">politics</a> <a href="/t">harbour</a></div>
<div class="recirculation">{p.teasers(4, 6)}</div></div>{p.footer()}{p.cookies()}</body></html>"""


def sloppy(p: Parts) -> str:
    """Return a page with unclosed tags, in an old encoding, without metadata."""
    p.date = None
    body = "\n<P>".join(escape(line, quote=False) for line in p.body)
    return f"""<HTML><HEAD><META HTTP-EQUIV=Content-Type CONTENT='text/html; charset=windows-1252'>
<TITLE>{escape(p.title)}</TITLE><BODY><DIV ID=nav>{p.nav("div")}</DIV><DIV ID=content><H1>{escape(p.title)}</H1>
<P>{body}<DIV ID=sidebar>{p.teasers(3, 5)}</DIV></DIV><HR>{p.footer()}"""


def paywalled(p: Parts) -> str:
    """Return a page with a paywall in the middle of the body, whose paragraphs are `div` elements."""
    whole, half = p.body, len(p.body) // 2
    gate = "Already a subscriber? Log in to read on. A subscription costs less than a cup of coffee a week."
    p.other.append(gate)
    sections = []
    for p.body in (whole[:half], whole[half:]):
        sections.append(f'<section class="article-section">{p.paragraphs("div")}</section>')
    p.body = whole
    return f"""<html lang="en">{_head(p, p.linked("Article"), p.state())}
<body><div class="masthead">{p.nav("div")}</div>
<div class="article"><div class="headline"><h1>{escape(p.title)}</h1></div>{sections[0]}
<div class="paywall-gate"><div>{gate}</div></div>{sections[1]}</div>
<div class="promo-list">{p.teasers(3, 7)}</div>{p.footer()}</body></html>"""


def discussed(p: Parts) -> str:
    """Return a page with more text in its comments than in its article."""
    p.body = p.body[: max(4, len(p.body) // 2)]
    meta = f'<meta name="parsely-pub-date" content="{p.date}">'
    return f"""<html lang="en">{_head(p, meta, p.state())}
<body>{p.cookies()}<header id="top">{p.nav()}</header><div id="content">
<article><h1>{escape(p.title)}</h1><div class="article-body">{p.paragraphs(between=[p.newsletter()])}</div></article>
</div>{p.comments(12, 25)}{p.footer()}</body></html>"""


LAYOUTS: tuple[Callable[[Parts], str], ...] = (
    semantic, divs, tables, blog, amp, hashed, brief, live, rich, sloppy, paywalled, discussed
)  # fmt: skip


def pages(count: int, seed: int = 1) -> list[Page]:
    """Return generated pages, each layout in turn; the same for the same seed."""
    draw = random.Random(seed)
    made = []
    for number in range(count):
        layout = LAYOUTS[number % len(LAYOUTS)]
        parts = Parts(draw)
        content = layout(parts)
        charset = "windows-1252" if layout is sloppy else "utf-8"
        neutral = (parts.title, parts.byline, parts.caption, parts.day)
        made.append(
            Page(
                layout.__name__,
                content,
                charset,
                tuple(parts.body),
                neutral,
                parts.title,
                parts.date,
                tuple(parts.other),
            )
        )
    return made
