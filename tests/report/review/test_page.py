"""Claims about a whole review, in both languages."""

from __future__ import annotations

import io
import json
import re

import openpyxl
import pytest

import actormap
from actormap.atlas.atlas import Atlas
from actormap.i18n import Texts
from actormap.model.records import Evidence, Requirement, Snapshot
from actormap.output.cells import Writer
from actormap.report.review import page
from tests.graphs import VOCABULARY, actor, network, project, snapshot, tie

DAY = "2026-11-26"
LANGUAGES = ("sv", "en")
PARTS = ("present", "coverage", "others", "invitation", "support", "calendar", "posts", "fields", "clusters", "participation", "factors")
# Words that only somebody who knows the method would understand.
OF_THE_METHOD = (
    *("betweenness", "centralit", "centralis", "cut-point", "brytpunkt", "densit", "modularit", "two-mode", "Provan", "Freeman"),
    *("projection", "isolat", "node", "nod ", "noder", "vertex", "heuristi", "resampl", "Kleene", "lift", "artikulation", "lead organi"),
)


def reviewed(atlas, **options):
    return atlas, atlas.review("gria" if atlas.focal else "v", date=DAY, **options)


def written(atlas, review, lang, form="md"):
    return page.write(review, form, Writer(Texts.load(lang), VOCABULARY), atlas.snapshot)


def told(atlas, lang, **options):
    return written(*reviewed(atlas, **options), lang)


@pytest.fixture(scope="module")
def reviews():
    """Return GRIA and its review in each language."""
    return {lang: reviewed(actormap.open("gria", lang=lang)) for lang in LANGUAGES}


@pytest.fixture(scope="module")
def gria(reviews):
    return {lang: written(*review, lang) for lang, review in reviews.items()}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    "key",
    [
        *("review.brief.title", "review.present.title", "review.coverage.title", "review.calendar.title", "review.posts.title"),
        *("review.fields", "clusters.title", "review.questions", "review.sources", "fields.title.form", "fields.title.direction"),
    ],
)
def test_every_section_is_there(gria, lang, key):
    assert re.search(rf"(?m)^#+ {re.escape(Texts.load(lang)(key))}$", gria[lang])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_sentence_is_left_unfilled(gria, lang):
    assert not re.search(r"\{\w*\}|\bNone\b|\[\]|\\\[\\\]|  +\S|: \.|\bnan\b", gria[lang])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_sentence_needs_the_name_of_a_method(gria, lang):
    assert not [word for word in OF_THE_METHOD if word.casefold() in gria[lang].casefold()]


def test_the_two_languages_say_equally_much(gria):
    sections = [[len(part.splitlines()) for part in re.split(r"(?m)^#", gria[lang])] for lang in LANGUAGES]
    assert sections[0] == sections[1]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_source_in_brackets_is_listed_last(gria, lang):
    body, sources = gria[lang].rsplit(f"## {Texts.load(lang)('review.sources')}", 1)
    known = {document.id for document in actormap.open("gria").snapshot.documents}
    cited = {name for name in known if re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", body)}
    listed = set(re.findall(r"(?m)^- ([\w-]+):", sources))
    assert cited <= listed <= known


def test_json_has_every_part_as_its_own_result_and_the_questions(reviews):
    given = json.loads(written(*reviews["sv"], "sv", "json"))
    assert (given["result"], given["network"], given["date"]) == ("review", "gria", DAY)
    assert [name for name in given if name in PARTS] == list(PARTS)
    assert all({"result", "view", "parameters", "rows", "summary"} <= set(given[name]) for name in PARTS)
    assert len(given["questions"]) > 5
    assert {"what", "id", "distance", "through", "state", "by", "evidence"} <= set(given["others"]["rows"][0])
    assert {"field", "finding", "state", "values", "evidence"} == set(given["fields"]["rows"][0])
    assert {"set", "covered", "reach", "robust", "optimal", "bound", "reasons"} <= set(given["invitation"]["rows"][0])
    assert {"rule", "id"} <= set(given["invitation"]["not_proposed"][0])
    assert {"id", "actors", "carriers", "members_outside", "professions", "methods"} <= set(given["clusters"]["rows"][0])


def test_the_workbook_has_the_text_first_and_then_a_sheet_for_every_part(reviews):
    book = openpyxl.load_workbook(io.BytesIO(written(*reviews["en"], "en", "xlsx")))
    names = [Texts.load("en")(f"results.title.{name}")[:31] for name in ("review", "present", "coverage", "others")]
    assert book.sheetnames[:4] == names
    assert book.worksheets[0].max_row > 50
    found = [row[2] for row in book["Five fields"].iter_rows(values_only=True)]
    assert "All members are of the same kind: 13 municipalities." in found


def test_the_same_data_gives_the_same_bytes(gria):
    assert told(actormap.open("gria", lang="sv"), "sv") == gria["sv"]


def test_at_a_date_only_what_held_then_is_told_of():
    atlas = actormap.open("gria").narrowed(at="2013")
    text = told(atlas, "en")
    assert "The review is about what held at 2013; what has no date always counts." in text
    assert "All years are counted together" not in text
    assert "Ends ahead" in text


def atlas(*ties, nodes=(), lines=()):
    of = snapshot([network("v"), *nodes], *ties)
    return Atlas(snapshot=Snapshot.of(of.nodes(), of.relationships, lines), vocabulary=VOCABULARY, lang="en")


def test_a_network_of_which_nothing_is_known_says_so_and_asks():
    text = told(atlas(), "en")
    for sentence in (
        "The data names no member of V.",
        "The data does not say what V needs.",
        "Who the members are.",
        "That does not mean that nobody does.",
        "What the network is for.",
        "Since no members are known",
        "Who are the members?",
    ):
        assert sentence in text


def test_what_ends_ahead_is_told_with_what_goes_with_it():
    nodes = [project("p", start="2026", end="2027"), actor("a"), actor("b")]
    ties = [tie("a", "member_of", "v"), tie("a", "owns", "p"), tie("b", "carries_out", "p")]
    text = told(atlas(*ties, nodes=nodes), "en")
    assert "P: end 2027. One pair of actors then no longer meets in any network or project." in text
    assert "One actor then takes part in nothing at all." in text


def test_what_is_required_is_told_by_its_state():
    lines = [
        Requirement(network="v", row="r", column="Schools", kind="school"),
        Requirement(network="v", row="r", column="Regions", kind="region"),
        Requirement(network="v", row="r", column="Nurses", role="nurse"),
    ]
    text = told(atlas(tie("a", "member_of", "v"), nodes=[actor("a")], lines=lines), "en")
    assert "Covered by several members: 0. Covered by one alone: 1. Missing: 1. Unknown: 1." in text
    assert "It is unknown whether somebody in the network stands for this: Nurses." in text
    assert "- Regions: A." in text


def test_a_post_that_alone_coordinates_is_told_of():
    post = [actor("r", "role"), actor("a")]
    text = told(atlas(tie("r", "coordinates", "v", Evidence(document="doc")), tie("a", "member_of", "v", role="officer"), nodes=post), "en")
    assert "R is the only post that coordinates V." in text
    assert "A sits in V through a single post, officer." in text


def test_whom_to_invite_is_told_with_how_many_choices_are_as_good():
    nodes = [actor("a"), actor("s", "school"), actor("t", "school"), network("w")]
    ties = [tie("a", "member_of", "v"), tie("s", "member_of", "w"), tie("t", "member_of", "w")]
    lines = [Requirement(network="v", row="r", column="Schools", kind="school")]
    text = told(atlas(*ties, nodes=nodes, lines=lines), "en", seats=1)
    assert "**Proposal: invite S.**" in text
    assert "One other choice is exactly as good." in text
    assert "How sure is that?" not in text


def test_without_a_reason_to_invite_anyone_there_is_no_proposal():
    text = told(atlas(tie("a", "member_of", "v"), tie("b", "member_of", "w"), nodes=[actor("a"), actor("b"), network("w")]), "en")
    assert Texts.load("en")("invite.nobody.no_reason", network="V") in text


def test_without_anyone_outside_the_network_there_is_nobody_to_invite():
    text = told(atlas(tie("a", "member_of", "v"), nodes=[actor("a")]), "en")
    assert Texts.load("en")("invite.nobody.no_others") in text


def test_how_sure_an_invitation_is_is_told_when_it_was_tried():
    text = told(actormap.open("gria").narrowed(documents=("five",)), "en", seats=1, certainty={"resamples": 3, "budget": None})
    assert "% of the cases" in text


def test_nobody_is_proposed_for_gria_who_makes_no_sense_and_the_rule_is_told(gria):
    left_out = gria["en"].split("**Not proposed, and why:**")[1].split("##")[0]
    for name in (
        "Samordningsförbundet RAR",
        "Sveriges Kommuner och Landsting",
        "Pedagogiskt Centrum",
        "Göteborgsregionens kommunalförbund",
    ):
        assert name in left_out
