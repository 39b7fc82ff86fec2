"""The view of speakers: who makes a statement, by which cue, and who only seems to."""

from __future__ import annotations

import pytest

from newslint.article import Article
from newslint.text.attribution.noun_phrases import noun_phrase_start
from newslint.text.attribution.speaker import Speaker
from newslint.text.attribution.speakers import speakers
from newslint.text.attribution.verbs import verb_form
from newslint.text.lexicons import LEXICONS
from newslint.text.scanner import Scanner

SCANNER = Scanner(LEXICONS)


def read(text: str) -> tuple[Article, list[Speaker]]:
    article = SCANNER.scan(Article("a.txt", text))
    return article, article.get(speakers)


@pytest.mark.parametrize(
    ("text", "phrase", "attribution_type", "cue"),
    [
        ("Officials said so.", "Officials", "before", "said"),
        ("The bridge, two senior harbor officials have since repeatedly warned, is unsafe.",
         "two senior harbor officials", "before", "warned"),
        ("Ukrainian and Western officials doubt it.", "Ukrainian and Western officials", "before", "doubt"),
        ("A trader at a large bank told Reuters so.", "A trader", "before", "told"),
        ("People familiar with the talks say so.", "People familiar with the talks", "before", "say"),
        ("An aide, who asked for quiet, said so.", "An aide", "before", "said"),
        ("“It is over,” said a former diplomat.", "a former diplomat", "after", "said"),
        ("It is over, according to one of the officials.", "one of the officials", "to", "according to"),
        ("In the eyes of critics it is over.", "critics", "to", "in the eyes of"),
        ("It was criticized by legal experts.", "legal experts", "by", "criticized"),
        ("It is viewed by some as a threat.", "some", "by", "viewed"),
        ("It came under fire from local activists.", "local activists", "to", "fire from"),
        ("The road is closed, with officials warning of ice.", "officials", "before", "warning"),
        ("Some in the party fear a split.", "Some", "before", "fear"),
        ("It is over, some legal and policy experts say.", "some legal and policy experts", "before", "say"),
        ("But state officials say so.", "state officials", "before", "say"),
        ("It is over, a State Department official told CNN.", "a State Department official", "before", "told"),
        ("A tax that some critics have described as theft was cut.", "some critics", "before", "described"),
        ("It is over, current and former aides say.", "current and former aides", "before", "say"),
        ("U.S. and Swiss officials doubt it.", "U.S. and Swiss officials", "before", "doubt"),
        ("The shop shut, and officials doubt it.", "officials", "before", "doubt"),
        ("Rents fell and two diplomats doubt it.", "two diplomats", "before", "doubt"),
        ("Analysts and bankers doubt it.", "Analysts and bankers", "before", "doubt"),
        ("The talks ended as aides warned of floods.", "aides", "before", "warned"),
        ("“It is over,” an aide explained on Friday.", "an aide", "before", "explained"),
        ("“It is over,” an aide explained by phone.", "an aide", "before", "explained"),
        ("Diplomats do not believe it.", "Diplomats", "before", "believe"),
        ("The Herald quoted an aide as saying so.", "an aide", "to", "quoted"),
        ("An aide was quoted as saying so.", "An aide", "before", "quoted"),
        ("An aide was quoted by the Herald as saying so.", "An aide", "before", "quoted"),
        ("Historians have cited his letters.", "Historians", "before", "cited"),
        ("An aide quoted in the Herald warned of it.", "An aide", "before", "warned"),
        ("She told long stories of the harbor and its people that officials doubt.", "officials", "before", "doubt"),
        ("He said so; now that officials doubt it, she left.", "officials", "before", "doubt"),
        ("He said so. Now that officials doubt it, she left.", "officials", "before", "doubt"),
        ("She told lies and aides doubt it.", "aides", "before", "doubt"),
        ("He recalled Paris as aides doubt it.", "aides", "before", "doubt"),
        ("Aides said it was over, the Herald wrote.", "Aides", "before", "said"),
        ("On Capitol Hill, an aide said so.", "an aide", "before", "said"),
        ("Last Monday, an aide said so.", "an aide", "before", "said"),
        ("In May, an aide, who asked for quiet, said so.", "an aide", "before", "said"),
        ("Some in the party fear losing.", "Some", "before", "fear"),
        ("Critics have seen it as a threat.", "Critics", "before", "seen"),
        ("Of young voters many see it so.", "many", "before", "see"),
        ("It rained on his way to New York, an aide who rode with him told CNN.", "an aide", "before", "told"),
        ("An aide says so.", "An aide", "before", "says"),
        ("The suspect, Jan Novak, officials say is ill.", "officials", "before", "say"),
        ("“It is over.” Monday, an aide to the mayor, who left, said so.", "an aide", "before", "said"),
        ("The bank cut its rate and bankers doubt it.", "bankers", "before", "doubt"),
        ("The mayor left, an aide who asked for quiet said.", "an aide", "before", "said"),
        ("He left, a person who was in the room said.", "a person who was in the room", "before", "said"),
        ("An aide was quoted in the Herald as saying so.", "An aide", "before", "quoted"),
        ("It was confirmed to the Herald by two aides.", "two aides", "by", "confirmed"),
        ("One of the officials says so.", "One of the officials", "before", "says"),
        ("The mayor and an aide said so.", "an aide", "before", "said"),
        ("It shut its school in Paris and French officials doubt it.", "French officials", "before", "doubt"),
        ("We were told by aides that it was over.", "aides", "by", "told"),
        ("The story, as told by aides, is odd.", "aides", "by", "told"),
        ("Yesterday, an aide said so.", "an aide", "before", "said"),
        ("The “big dig” ended, an aide said.", "an aide", "before", "said"),
        ("Aides believe it is over\nThe road is safe, the mayor said.", "Aides", "before", "believe"),
        ("He left, analysts and bankers doubt it.", "analysts and bankers", "before", "doubt"),
        ("He left as analysts and bankers doubt it.", "analysts and bankers", "before", "doubt"),
        ("In May, rents fell and two diplomats doubt it.", "two diplomats", "before", "doubt"),
        ("An aide (who asked for quiet) said so.", "An aide", "before", "said"),
        ("Some claim his post is next.", "Some", "before", "claim"),
    ],
)  # fmt: skip
def test_a_speaker_has_a_phrase_and_a_cue(text: str, phrase: str, attribution_type: str, cue: str) -> None:
    article, found = read(text)
    assert [(article[s.start, s.end], s.attribution_type, s.cue[2]) for s in found] == [(phrase, attribution_type, cue)]


@pytest.mark.parametrize(
    "text",
    [
        "Officials moved the prisoners.",
        "Officials were told to leave.",
        "Officials accused of fraud fled.",
        "Officials refused to confirm it.",
        "Officials did not say why.",
        "Officials told investigators so.",
        "Officials who said no were fired.",
        "The president accused officials of lying.",
        "He said officials believe it.",
        "A meeting with officials said nothing.",
        "“Officials said so,” she recalled.",
        "Official Jane Doe said so.",
        "Jane Doe, a former official, said so.",
        "An official, Jane Doe, said so.",
        "According to an official report, it rained.",
        "According to a former aide, Jane Doe, it rained.",
        "Some reports say so.",
        "The officials left. The mayor said so.",
        "The mayor and other officials doubt it.",
        "The mayor, Jane Doe, and officials doubt it.",
        "Jane Doe, a lawyer hired by them, and officials doubt it.",
        "He met analysts and bankers doubt it.",
        "An aide accused on Friday of fraud fled.",
        "An aide was quoted by the Herald.",
        "Aides cited in the Herald fled.",
        "She told The Evening Herald that aides doubt it.",
        "She told Reuters aides doubt it.",
        "The mayor said in the town hall that aides doubt it.",
        "Aides believe it, the mayor said.",
        "Aides believe it, according to Jane Doe.",
        "Aides said so, according to a court affidavit.",
        "For his part, Jo Park, an aide, said so.",
        "The mayor, Ann Lee, and Jo Park, an aide, said so.",
        "Last week, Jo Park, an analyst with the bank said so.",
        "He was an aide, said the mayor.",
        "He shouted at an aide, telling him so.",
        "The town scares its critics, adding to the trouble.",
        "Jane Doe was an aide of the two suspects.",
        "It is safe, whatever its critics claim.",
        "Its ally, the Danish ministry, has denied it.",
        "The shop, which shut on Friday, and other officials doubt it.",
        "Jo Park, an analyst with the bank said so.",
        "The former mayor Jo Park, an aide, said so.",
        "The mayor Jo Park, an aide who told the Herald so, left.",
        "Jo Park and Ann Lee, two aides, said so.",
        "Jo Park and Ann Lee, two aides who left, said so.",
        "“It is over,” Park, an aide to the mayor, said.",
        "It came from his daughter Ann Lee, an aide who told the Herald so.",
        "An aide of the mayor has hired a lawyer to defend him against charges.",
        "An aide, who " + 30 * "very " + "long ago left the town, said so.",
        "She hired an adviser, said the mayor.",
        "Officials in the eyes of the law are servants.",
        "An aide testified on Friday.",
        "It will move officials to openly criticize him.",
        "Whether experts agree is unclear.",
        "An aide claim was rejected.",
        "Aides were described as saying too little.",
        "Aides seen at the port left.",
        "Critics claims were rejected.",
        "Aides warning of ice left.",
        "He quarrelled with an aide, adding that it was late.",
        "A row with officials worried him.",
        "A report by experts was lost.",
        "Money was claimed from allies.",
        "She asked officials in town.",
        "“It is over,” Park, an aide to the mayor said.",
        "Lee, an aide to the mayor, said so.",
        "An aide that left said so.",
        "An aide denied by the mayor said so.",
        "Some fears remain.",
        "Officials in the room while it burned said so.",
        "An aide argued with the mayor.",
    ],
)
def test_people_who_make_no_statement_are_not_speakers(text: str) -> None:
    assert read(text)[1] == []


def test_a_noun_phrase_begins_at_its_determiner() -> None:
    text = "He met two of the senior U.S. officials"
    assert text[noun_phrase_start(text, text.rindex("officials")) :] == "two of the senior U.S. officials"
    text = "This is a plan that critics"
    assert text[noun_phrase_start(text, text.rindex("critics")) :] == "critics"


def test_the_form_of_an_unknown_cue_comes_from_its_ending() -> None:
    assert [verb_form(word) for word in ("grumbled", "grumbles", "grumbling", "grumble")] == [
        "past",
        "third",
        "ing",
        "base",
    ]


def test_a_long_line_takes_linear_time() -> None:
    assert len(read("officials " * 40_000)[1]) == 0
    assert len(read("officials, who " * 40_000 + "said")[1]) <= 1
