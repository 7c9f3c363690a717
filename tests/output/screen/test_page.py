"""Claims about a result on the screen: nothing is wider than it, no word is broken, and what is not shown is named."""

from __future__ import annotations

import pytest

from actormap.analysis.centrality.measures import MEASURES
from actormap.analysis.certainty import ranking
from actormap.analysis.cohesion import cutpoints
from actormap.analysis.groups import homophily
from actormap.atlas.atlas import Atlas
from actormap.graph import views
from actormap.i18n import LANGUAGES, Texts
from actormap.model.vocabulary import Vocabulary
from actormap.output.cells import Writer
from actormap.output.render import render
from actormap.output.screen import cells
from actormap.output.terminal import Terminal
from tests.atlas.test_rows import every_result
from tests.graphs import VOCABULARY, actor, network, snapshot, taking_part, tie, view

WIDTHS = (80, 100, 140)
SV, EN = (Writer(Texts.load(lang), VOCABULARY) for lang in ("sv", "en"))
DRAWN = set("─█▏▎▍▌▋▊▉…")
LONG = "Samordningsförbundet för arbetsmarknad och unga i Västra Älvdalen"


def shown(result, width=80, writer=SV, **how):
    return render(result, "table", writer, terminal=Terminal(width, **how))


def words(text):
    """Return the words of a text, without what may follow one in a list, and what is drawn."""
    return {word.rstrip(",;") for word in text.split() if not set(word) <= DRAWN}


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return every_result(tmp_path_factory.mktemp("screen") / "circle")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_of_every_result_no_word_is_broken_and_no_line_is_wider_than_the_terminal(made, lang):
    writer = Writer(Texts.load(lang), Vocabulary.load())
    for result in made:
        for explain in (False, True):
            whole = words(shown(result, 10_000, writer, wide=True, explain=explain)) | told_of_less(result, writer)
            for wide in WIDTHS:
                text = shown(result, wide, writer, explain=explain)
                assert max(map(cells.width, text.splitlines())) <= wide, result
                assert words(text) <= whole, result


def told_of_less(result, writer):
    """Return the words that stand only where something is not shown."""
    left_out = sum((result.context.summary.get("left_out") or {}).values())
    said = [writer.texts("screen.hidden", columns=""), writer.texts("screen.cut"), writer.texts("screen.left_out_counted", n=left_out)]
    return words(" ".join(said))


def called(node_id, name):
    return type(actor("a"))(id=node_id, name=name, kind="region")


def crowd(size=300):
    """Return a ranking of many with long names, of which some take no cells and some two."""
    odd = ("e\u0301", "\u200b", "漢字 ", "Å")
    nodes = [called(f"a{place}", f"{LONG} {odd[place % 4]}{place}") for place in range(size)]
    ties = [tie(f"a{place}", "member_of", f"v{place % 7}") for place in range(size)]
    of = snapshot([*nodes, *(network(f"v{place}") for place in range(7))], *ties)
    return ranking.rank(views.build(of, VOCABULARY), list(MEASURES)[:6])


def test_of_many_the_first_fifty_are_shown_and_the_others_counted():
    result = crowd()
    text = shown(result)
    assert sum(line.startswith("Samordningsförbundet") for line in text.splitlines()) == 50
    assert "och 257 till: -f csv" in text
    assert "and 257 more: --top, -f csv" in shown(result, writer=EN, more="--top, -f csv")
    assert "till:" not in shown(result, rows=None)


@pytest.mark.parametrize("wide", [20, 40, *WIDTHS])
def test_long_names_are_parted_at_spaces_whatever_cells_their_letters_take(wide):
    lines = shown(crowd(), wide).splitlines()
    assert max(map(cells.width, lines)) <= wide
    if wide in WIDTHS:
        assert words(" ".join(lines)) <= words(shown(crowd(), 10_000, wide=True)) | told_of_less(crowd(), SV)


def test_what_matters_stands_on_one_line_at_eighty_characters():
    result = ranking.rank_with_certainty(view(taking_part({"v": "abc", "w": "ab"})), ["degree", "harmonic"], resamples=20)
    heading = " ".join(shown(result).partition("─")[0].split())
    assert all(word in heading for word in ("Plats", "Namn", "Slag", "Deltagande", "Kan", "vara", "främsta"))


def test_columns_without_room_are_named_in_a_line_and_stand_where_the_table_may_be_wide():
    result = ranking.rank(view(taking_part({"v": "abc", "w": "ab"})), list(MEASURES)[:8])
    assert "Inte visade: " in shown(result)
    assert SV.heading(list(MEASURES)[7]) not in shown(result).split("Inte visade")[0]
    whole = shown(result, wide=True)
    assert "Inte visade" not in whole
    assert words(" ".join(SV.heading(measure) for measure in list(MEASURES)[:8])) <= words(whole)


def test_ids_stand_before_names_where_they_are_asked_for():
    result = ranking.rank(view(taking_part({"v": "abc"})))
    assert shown(result).splitlines()[2].split()[0] == "Namn"
    assert shown(result, ids=True).splitlines()[2].split()[:2] == ["id", "Namn"]


def test_the_first_rows_are_said_in_sentences_and_all_where_that_is_asked_for():
    result = ranking.rank(view(taking_part({"v": "abcd", "w": "ab"})))
    assert (shown(result).count("\n- "), "--explain" in shown(result)) == (3, True)
    assert (shown(result, explain=True).count("\n- "), "--explain" in shown(result, explain=True)) == (6, False)


def test_a_sentence_that_names_nobody_is_led_by_what_it_is_about():
    nodes = [actor(each, kind) for each, kind in zip("abcd", ["region", "region", "school", "school"], strict=True)]
    ties = [tie(one, "member_of", venue) for venue, members in {"v": "ab", "w": "bc", "x": "cd"}.items() for one in members]
    groups = snapshot([*nodes, *map(network, "vwx")], *ties)
    assert "- region: " in shown(homophily.find(views.build(groups, VOCABULARY, "actors"), "kind"))


def test_the_line_above_tells_the_view_what_was_chosen_and_what_was_left_out():
    of = view(taking_part({"v": "abc"}))
    assert shown(cutpoints.find(of)).splitlines()[0] == "Brytpunkter · deltagande: 3 aktörer, 1 sammanhang, 3 kopplingar"
    assert shown(cutpoints.find(of), width=40).splitlines()[:2] == ["Brytpunkter", "deltagande: 3 aktörer, 1 sammanhang, 3"]


def test_a_result_without_rows_says_why_and_what_to_try():
    nothing, safe = view(taking_part({})), view(taking_part({"v": "abc", "w": "abc"}))
    assert "Inga rader: vyn är tom" in shown(cutpoints.find(nothing))
    assert "Inga rader: ingen är ensam om att hålla ihop nätet." in shown(cutpoints.find(safe))
    assert "Inga rader" not in shown(cutpoints.find(view(taking_part({"v": "ab", "w": "bc"}))))


def test_colour_marks_the_heading_and_changes_no_letter():
    result = ranking.rank(view(taking_part({"v": "abc"})))
    coloured = shown(result, colour=True)
    assert "\x1b[1m" in coloured
    assert coloured.replace("\x1b[1m", "").replace("\x1b[2m", "").replace("\x1b[0m", "") == shown(result)
    assert "\x1b" not in shown(result)


def test_a_name_can_send_the_terminal_nothing():
    of = snapshot([called("a", "A\x1b]0;title\x07"), network("v")], tie("a", "member_of", "v"))
    assert "\x1b" not in shown(ranking.rank(views.build(of, VOCABULARY)))


def test_a_column_that_says_the_same_of_all_gives_way_to_one_that_tells_them_apart(made):
    compared = next(each for each in made if each.name == "comparison")
    assert len({row["measure"] for row in compared.rows}) == 1 < len({row["before"] for row in compared.rows})
    narrow = shown(compared, 74)
    assert SV.heading("measure") in narrow.partition("Inte visade: ")[2]
    assert SV.heading("before") in narrow.partition("─")[0]


def test_what_is_compared_is_told_of_each_side():
    of = Atlas(taking_part({"v": "ab"}), VOCABULARY)
    compared = of.narrowed(at="2013").compare(of.narrowed(at="2014"), resamples=0)
    line = shown(compared, 100, Writer(Texts.load("en"), VOCABULARY)).splitlines()[0]
    assert line == "Comparison · participation · at the date: 2013 → 2014"
