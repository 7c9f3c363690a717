"""Claims about rankings."""

from __future__ import annotations

from actormap.analysis.centrality import scores
from actormap.analysis.certainty import ranking
from actormap.i18n import LANGUAGES, Texts
from tests.graphs import taking_part, view
from tests.offenders import none_of

THREE = view(taking_part({"v": "abc", "w": "ab", "x": "a"}))


def ids(found):
    return [row["id"] for row in found.rows]


def test_actors_come_before_venues_and_the_most_central_first():
    assert ids(ranking.rank(THREE)) == ["a", "b", "c", "v", "w", "x"]


def test_a_row_has_a_number_under_each_measure_it_was_asked_for():
    row = ranking.rank(THREE, ["degree", "harmonic"]).rows[0]
    assert list(row) == ["id", "name", "kind", "side", "degree", "harmonic"]
    assert row["degree"] == 1


def test_equal_scores_are_in_order_of_name():
    assert ids(ranking.rank(view(taking_part({"v": "cab"}))))[:3] == ["a", "b", "c"]


def test_top_keeps_so_many_of_each_side_and_who_ties_with_the_last():
    assert ids(ranking.rank(THREE, top=1)) == ["a", "v"]
    assert ids(ranking.rank(view(taking_part({"v": "cab"})), top=1)) == ["a", "b", "c", "v"]


def test_what_is_not_defined_is_none_with_a_reason():
    found = ranking.rank(view(taking_part({"v": "a"})), "betweenness")
    assert [row["betweenness"] for row in found.rows] == [None, None]
    assert "betweenness" in found.undefined
    assert found.to_dict()["undefined"]["betweenness"]


def test_a_ranking_says_what_made_it():
    told = ranking.rank(THREE, "degree", normalised=False, top=2).to_dict()
    assert (told["result"], told["view"]) == ("centrality", "affiliation")
    assert told["parameters"]["measures"] == ["degree"]
    assert told["parameters"]["normalised"] is False
    assert (told["summary"]["actors"], told["summary"]["venues"], told["summary"]["ties"]) == (3, 3, 6)


def test_a_ranking_becomes_a_frame_with_its_columns_even_when_it_is_empty():
    assert list(ranking.rank(THREE).to_frame()["id"]) == ["a", "b", "c", "v", "w", "x"]
    assert ranking.rank(view(taking_part({}))).to_frame().empty


def test_each_reason_why_a_score_is_missing_is_told_once_and_by_node():
    found = ranking.rank(view(taking_part({"v": "ab", "w": "c"})), "constraint")
    assert found.undefined == {"constraint": "no_contact, venue"}
    assert found.reasons["constraint"] == {"c": "no_contact", "v": "venue", "w": "venue"}


REASONS = [value for name, value in vars(scores).items() if name.isupper()]


def test_every_reason_has_its_sentence():
    assert REASONS
    told = {(lang, reason): Texts.load(lang).entries.get(f"undefined.{reason}", "") for lang in LANGUAGES for reason in REASONS}
    none_of(f"{lang}: {reason}: {sentence}" for (lang, reason), sentence in told.items() if not sentence.endswith("."))
