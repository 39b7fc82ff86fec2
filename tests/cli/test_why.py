"""`--why`: what a rule concluded about a file or a line of it."""

from __future__ import annotations

import json

import pytest

from support import Run, Write

RULE = "sources/unexplained-anonymity"
TEXT = (
    "The road will stay closed for a week.\n"
    "A palace aide said the bridge was unsafe, while officials moved the barriers.\n"
    "“An official said so,” the lawyer of the union wrote later in a long letter.\n"
)


def test_each_candidate_of_the_line_has_its_stages_and_words(newslint: Run, write: Write) -> None:
    write("a.txt", TEXT)
    done = newslint("--why", RULE, "a.txt:2")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        f"{RULE} in a.txt:2\n"
        "\n"
        '2:10 "aide"\n'
        '  speaker: speaks: "said" at 2:15\n'
        "  source: is one source, or several, described and without a name, first at 2:1\n"
        "  anonymity: the article gives neither a name nor a reason\n"
        "  rule: is reported once, at its first mention at 2:1\n"
        "\n"
        '2:49 "officials"\n'
        '  speaker: does not speak: "said" at 2:15, the words between them do not introduce a source\n'
        "\n"
        "1 finding\n"
        '  2:1 "A palace aide" is unnamed and the story gives no reason; say why, or name the source.\n'
    )


def test_a_noun_before_a_name_is_told_apart(newslint: Run, write: Write) -> None:
    write("a.txt", "The union said so. The harbour and its wall are closed, and spokesman Jan Novak said why.\n")
    out = newslint("--why", RULE, "a.txt").stdout
    assert '"spokesman"\n  speaker: does not speak: "said" at 1:81, a name follows it' in out


def test_without_a_line_the_whole_file_is_explained(newslint: Run, write: Write) -> None:
    write("a.txt", TEXT)
    out = newslint("--why", RULE, "a.txt").stdout
    assert '3:5 "official"\n  speaker: does not speak: "said" at 3:14, it stands within a quotation' in out
    assert "1 finding\n" in out


def test_a_line_without_a_candidate_says_so(newslint: Run, write: Write) -> None:
    write("a.txt", TEXT)
    out = newslint("--why", RULE, "a.txt:1").stdout
    assert "The rule looks at nothing here" in out
    assert out.endswith("\n0 findings\n")


def test_a_rule_that_lists_no_candidates_does_not_say_that_it_looked_at_nothing(newslint: Run, write: Write) -> None:
    write(".newslint.toml", 'local-plugins = ["acme.py"]\n')
    write(
        "acme.py",
        "from newslint.api import Finding, Rule, Span\n"
        "class First(Rule):\n"
        "    '''Finds the first word.'''\n"
        "    name = 'acme/first'\n"
        "    def check(self, article):\n"
        "        return [Finding(Span(0, 3), 'begin otherwise.')]\n"
        "def newslint_rules():\n"
        "    return [First]\n",
    )
    write("a.txt", TEXT)
    out = newslint("--why", "acme/first", "a.txt:1", NEWSLINT_TRUST_LOCAL="1").stdout
    assert "The rule lists only what it reports" in out
    assert "`newslint --explain acme/first`" in out
    assert "looks at nothing" not in out
    assert out.endswith("1 finding\n  1:1 begin otherwise.\n")


def test_a_file_whose_name_ends_like_a_line_is_a_file(newslint: Run, write: Write) -> None:
    write("a.txt:2", TEXT)
    out = newslint("--why", RULE, "a.txt:2").stdout
    assert out.startswith(f"{RULE} in a.txt:2\n")
    assert "3:5" in out


def test_in_a_wrapped_paragraph_a_line_is_a_line_of_the_file(newslint: Run, write: Write) -> None:
    write(
        "a.txt",
        "A palace aide said the bridge that leads to the old\nharbour was unsafe, and no official of the town\n"
        "said that it was not.\n",
    )
    assert '1:10 "aide"' in newslint("--why", RULE, "a.txt:1").stdout
    second = newslint("--why", RULE, "a.txt:2").stdout
    assert '"aide"' not in second
    assert '2:28 "official"' in second


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["--ignore", "sources"], "the rule is off: --ignore or the configuration ignores it"),
        (["--select", "dates"], "the rule is off: --select or the configuration selects others"),
        ([], ""),
    ],
)
def test_what_keeps_the_rule_from_running_is_told(
    newslint: Run, write: Write, arguments: list[str], reason: str
) -> None:
    write("a.txt", TEXT)
    second = newslint("--why", RULE, "a.txt:2", *arguments).stdout.splitlines()[1]
    assert second.strip() == reason


def test_a_rule_in_preview_says_how_it_is_turned_on(newslint: Run, write: Write) -> None:
    write("a.txt", TEXT)
    listed = json.loads(newslint("--list-rules", "--format", "json").stdout)["rules"]
    name = next(rule["name"] for rule in listed if rule["preview"])
    assert "it is in preview; --preview turns it on" in newslint("--why", name, "a.txt").stdout
    assert "preview" not in newslint("--why", name, "a.txt", "--preview").stdout


def test_an_override_for_the_path_is_told(newslint: Run, write: Write) -> None:
    write(".newslint.toml", '[[overrides]]\npaths = ["wire"]\nignore = ["sources"]\n')
    write("wire/a.txt", TEXT)
    assert "an override in the configuration ignores it" in newslint("--why", RULE, "wire/a.txt").stdout


def test_a_comment_that_silences_the_rule_is_told(newslint: Run, write: Write) -> None:
    write("a.md", "<!-- newslint: ignore sources -->\n\nA palace aide said the bridge was unsafe.\n")
    out = newslint("--why", RULE, "a.md:3").stdout
    assert "  a comment in the file silences the rule here\n" in out
    assert out.endswith("\n0 findings\n")


def test_an_article_in_another_language_is_told(newslint: Run, write: Write) -> None:
    write(
        "a.txt",
        "Die Straße bleibt nach dem Unfall für eine Woche geschlossen, sagte der Sprecher der Stadt, und die "
        "Brücke wird erst im nächsten Jahr wieder für den Verkehr geöffnet, wie es aus dem Rathaus heißt.\n" * 3,
    )
    assert "the article is plainly not in English" in newslint("--why", RULE, "a.txt").stdout


def test_a_rule_that_compares_articles_shows_its_facts(newslint: Run, write: Write) -> None:
    write("a.txt", "A bus crash near Dunmere killed 12 people on Monday, 3 March 2025, the police said.\n")
    out = newslint("--why", "numbers/articles-disagree", "a.txt").stdout
    assert "the rule compares articles, and this is one: its findings need the others" in out


def test_json_holds_the_same(newslint: Run, write: Write) -> None:
    write("a.txt", TEXT)
    (trace,) = json.loads(newslint("--why", RULE, "a.txt:2", "--format", "json").stdout)["traces"]
    assert (trace["rule"], trace["path"], trace["line"], trace["obstacles"]) == (RULE, "a.txt", 2, [])
    first = trace["steps"][0]
    assert (first["match"], first["stage"], first["conclusion"]) == ("aide", "speaker", 'speaks: "said" at 2:15')
    assert TEXT[first["start"]["offset"] : first["end"]["offset"]] == "aide"
    assert [found["start"]["column"] for found in trace["findings"]] == [1]


def test_in_a_file_of_records_the_number_is_of_the_record(newslint: Run, write: Write) -> None:
    records = ("The road is closed.", "A palace aide said the bridge was unsafe.")
    write("a.jsonl", "".join(json.dumps({"text": text}) + "\n" for text in records))
    assert '"aide"' in newslint("--why", RULE, "a.jsonl:2").stdout
    assert '"aide"' not in newslint("--why", RULE, "a.jsonl:1").stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ["sources/bare-sourse", "a.txt"],
            'there is no rule "sources/bare-sourse"; did you mean "sources/bare-source"?',
        ),
        ([RULE, "a.txt:9"], "a.txt: it has 4 lines, so there is no line 9"),
        ([RULE, "b.txt"], "b.txt"),
        (["a.txt:2"], "--why takes a rule and one path, as in --why sources/bare-source FILE:LINE; name both"),
        ([RULE, "a.txt", "b.txt"], "--why takes a rule and one path"),
        (
            ["sources", "a.txt"],
            '"sources" is a family of rules; name one of them (`newslint --explain sources` lists them)',
        ),
        ([RULE, "a.txt", "--format", "html"], "--why has the formats text and json"),
        ([RULE, "a.txt", "--fix"], "--why and --fix cannot be combined"),
    ],
)
def test_what_cannot_be_explained_is_an_error(newslint: Run, write: Write, arguments: list[str], message: str) -> None:
    write("a.txt", TEXT)
    done = newslint("--why", *arguments)
    assert done.returncode == 2
    assert message in done.stderr


def test_a_rule_of_ones_own_explains_itself_by_judging(newslint: Run, write: Write) -> None:
    write(".newslint.toml", 'local-plugins = ["acme.py"]\n')
    write(
        "acme.py",
        "from newslint.api import Finding, Rejection, Rule, Span, in_quotation\n"
        "QUOTED = Rejection('somebody else says it')\n"
        "class Jargon(Rule):\n"
        "    '''Finds jargon.'''\n"
        "    name = 'acme/jargon'\n"
        "    def lexicon(self):\n"
        "        return {'acme.jargon': ('nib', 'splash')}\n"
        "    def judge(self, article):\n"
        "        for start, end, word in article.mentions('acme.jargon'):\n"
        "            span = Span(start, end)\n"
        "            yield span, QUOTED if in_quotation(article, start) else Finding(span, f'{word} is jargon.')\n"
        "def newslint_rules():\n"
        "    return [Jargon]\n",
    )
    write("a.txt", "The splash needs a nib.\n\n“No nib,” she said.\n")
    found = newslint("--select", "acme", "a.txt", NEWSLINT_TRUST_LOCAL="1").stdout
    assert found.splitlines() == [
        "a.txt:1:5: warning: splash is jargon. [acme/jargon]",
        "a.txt:1:20: warning: nib is jargon. [acme/jargon]",
    ]
    out = newslint("--why", "acme/jargon", "a.txt:3", NEWSLINT_TRUST_LOCAL="1").stdout
    assert '3:5 "nib"\n  rule: somebody else says it\n\n0 findings\n' in out


def test_what_a_rule_raises_is_told_and_fails(newslint: Run, write: Write) -> None:
    write(".newslint.toml", 'local-plugins = ["acme.py"]\n')
    write(
        "acme.py",
        "from newslint.api import Rule\n"
        "class Broken(Rule):\n"
        "    '''Breaks.'''\n"
        "    name = 'acme/broken'\n"
        "    def check(self, article):\n"
        "        return ()\n"
        "    def trace(self, article, span):\n"
        "        raise ValueError('no luck')\n"
        "def newslint_rules():\n"
        "    return [Broken]\n",
    )
    write("a.txt", TEXT)
    done = newslint("--why", "acme/broken", "a.txt", NEWSLINT_TRUST_LOCAL="1")
    assert done.returncode == 2
    assert "acme/broken: ValueError: no luck" in done.stderr
