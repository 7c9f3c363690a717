"""Claims about what the columns and figures of results are said to mean."""

from __future__ import annotations

import io

import openpyxl

from actormap.analysis import evidence
from actormap.analysis.actor.salience import Salience
from actormap.analysis.centrality import measures
from actormap.analysis.certainty.next_question import NextQuestion
from actormap.analysis.certainty.ranking import CERTAINTY
from actormap.analysis.change.compare import Comparison
from actormap.analysis.cohesion import communities
from actormap.analysis.cohesion.communities import Communities
from actormap.analysis.cohesion.core_periphery import Core
from actormap.analysis.groups.brokerage import Brokerage
from actormap.analysis.groups.collaboration import Collaboration
from actormap.analysis.groups.homophily import Homophily
from actormap.analysis.groups.overlap import Overlap
from actormap.analysis.key_players.sets import KeyPlayers
from actormap.i18n import LANGUAGES, Texts
from actormap.output.cells import Writer
from actormap.output.render import render
from actormap.output.terminal import Terminal
from tests.graphs import VOCABULARY, taking_part, view
from tests.offenders import none_of

OF = view(taking_part({"v": "abc", "w": "cd"}))
SPEAK_FOR_THEMSELVES = {
    *("id", "name", "names", "kind", "a", "a_name", "b", "b_name", "actor", "actor_name", "venue", "venue_name"),
}
COLUMNS = {
    *measures.MEASURES,
    *CERTAINTY,
    *("alike", "stated_rank", "parts", "sizes", "cut_off", "gap", "note", "sub"),
    *("year", "actors", "venues", "ties", "largest", "mean_degree", "came", "went", "ties_new", "ties_gone", "undated"),
    *("modularity", "stability", "communities", "correlation", "optima", "index", "expected", "lower", "upper", "p", "unknown"),
    *("candidates", "sets", "before", "memberless", "doubt", "asked"),
    *(column for each in (Brokerage, Collaboration, Communities, Comparison, Core) for column in each.header),
    *(column for each in (Homophily, KeyPlayers, Overlap, NextQuestion, Salience) for column in each.header),
    *("pairs_told", "both_told", "mean_difference", "agreeing"),
    *evidence.Basis.header,
    *evidence.Grounds.header,
}


def test_every_number_has_its_meaning_in_words():
    columns = sorted(COLUMNS - SPEAK_FOR_THEMSELVES)
    result = communities.find(OF)
    writers = {lang: Writer(Texts.load(lang), VOCABULARY) for lang in LANGUAGES}
    told = {(lang, column): writer.definition(result, column) for lang, writer in writers.items() for column in columns}
    none_of(f"{lang}: {column}: {meaning}" for (lang, column), meaning in told.items() if not meaning.endswith(".") or "{" in meaning)


def test_what_a_word_means_in_one_result_goes_before_what_it_means_elsewhere():
    writer = Writer(Texts.load("en"), VOCABULARY)
    removed = KeyPlayers(communities.find(OF).context, ())
    compared = Comparison(removed.context, ())
    assert writer.definition(removed, "before") == "The value with nobody removed."
    assert writer.definition(compared, "before") == "The score on the earlier side."
    assert writer.definition(compared, "name") == ""


def test_a_figure_stands_with_its_meaning_under_the_table_and_in_the_workbook():
    writer, found = Writer(Texts.load("en"), VOCABULARY), communities.find(OF)
    assert "Modularity: 0." in render(found, "table", writer, terminal=Terminal(100))
    assert "Newman & Girvan 2004" in render(found, "md", writer)
    sheet = openpyxl.load_workbook(io.BytesIO(render(found, "xlsx", writer))).worksheets[-1]
    assert sheet.freeze_panes == "A2"
    told = {(row[1], row[2]) for row in sheet.iter_rows(values_only=True)}
    assert any(what == "Modularity" and str(value).startswith("How much more often") for what, value in told)
    assert ("Seed", 7) in told
