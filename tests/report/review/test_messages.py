"""Claims about the story that a review tells, in both languages."""

from __future__ import annotations

import actormap
from actormap.atlas.atlas import Atlas
from actormap.i18n import LANGUAGES, Texts
from actormap.model.records import Evidence, Requirement, Snapshot
from actormap.report import story
from actormap.report.review import messages
from actormap.report.review.writer import Pen
from tests.graphs import VOCABULARY, actor, network, project, snapshot, tie

DAY = "2026-11-26"


def atlas(*ties, nodes=(), lines=()):
    of = snapshot([network("v"), *nodes], *ties)
    return Atlas(snapshot=Snapshot.of(of.nodes(), of.relationships, lines), vocabulary=VOCABULARY, lang="en", focal="v")


def told(of, **options):
    return story.review(of, of, DAY, **options).steps


def small():
    """Return a network of a and b, of which a sits through a post and alone meets c, in a project that ends."""
    nodes = [actor("a"), actor("b"), actor("c", "school"), actor("r", "role"), project("p", start="2026", end="2027")]
    ties = [
        tie("a", "member_of", "v", role="officer"),
        tie("b", "member_of", "v"),
        tie("r", "coordinates", "v", Evidence(document="doc", status="implied")),
        tie("a", "owns", "p"),
        tie("c", "carries_out", "p"),
    ]
    lines = [
        Requirement(network="v", row="r", column="Schools", kind="school"),
        Requirement(network="v", row="r", column="Nurses", role="nurse"),
    ]
    return atlas(*ties, nodes=nodes, lines=lines)


def test_every_part_of_a_small_network_becomes_a_step_with_its_result_laid_over_and_its_own_in_the_light():
    steps = told(small())
    assert [(step.title["en"], step.overlay, step.focus) for step in steps] == [
        ("At the table: 2 regions", None, ("v", "a", "b")),
        ("Who holds the net together?", None, ("a", "c", "p")),
        ("What do the sources not show?", "gaps", ()),
        ("1 of 2 needs are not met", "coverage", ()),
        ("Whom to invite?", "invitation", ("c",)),
        ("What ends next?", "sunset", ("p",)),
        ("What rests on a single post?", "posts", ("v", "r", "a")),
        ("Questions to take up", None, ("v",)),
    ]


def test_what_the_steps_of_a_small_network_say_is_what_its_data_says():
    said = {step.title["en"]: step.text["en"] for step in told(small())}
    assert said["At the table: 2 regions"].startswith("V consists of 2 regions.")
    assert "Without A, one actor loses touch with the rest: C." in said["Who holds the net together?"]
    assert "one actor has no seat in the network" in said["What do the sources not show?"]
    assert said["1 of 2 needs are not met"] == "No member answers to: Schools. Unknown are 1: Nurses. That is not the same as missing."
    assert said["Whom to invite?"] == "Proposal: invite C."
    assert said["What ends next?"].startswith("The next to end is P, 2027. One pair of actors then no longer meets")
    assert said["What rests on a single post?"] == (
        "R is the only post that coordinates V. The sources do not say so outright. One actor sits in V through a single post: officer."
    )
    assert said["Questions to take up"].startswith("Who in the room knows anything about this: Nurses?")


def test_of_what_the_data_is_silent_about_there_is_no_step():
    assert [step.title["en"] for step in told(atlas())] == ["What do the sources not show?", "Questions to take up"]
    titles = [step.title["en"] for step in told(atlas(tie("a", "member_of", "v"), nodes=[actor("a")]))]
    assert titles == ["At the table: 1 region", "Who holds the net together?", "Questions to take up"]


def test_the_end_that_is_asked_for_is_told_of_and_laid_over():
    nodes = [actor("a"), actor("b"), project("p", start="2026", end="2027"), project("q", start="2026", end="2028")]
    of = atlas(tie("a", "member_of", "v"), *(tie(each, "carries_out", venue) for each in "ab" for venue in "pq"), nodes=nodes)
    (usual,) = (step for step in told(of) if step.title["en"] == "What ends next?")
    (asked,) = (step for step in told(of, ending="Q") if step.title["en"] == "What ends next?")
    assert (usual.focus, usual.text["en"][:24]) == (("p",), "The next to end is P, 20")
    assert (asked.focus, asked.overlay, asked.text["en"][:12]) == (("q",), "sunset", "Q ends 2028.")


def test_a_post_that_only_sits_in_the_network_has_no_task_there():
    nodes = [actor("a"), actor("r", "role")]
    of = atlas(*(tie(each, "member_of", "v", role="officer") for each in "ar"), nodes=nodes)
    (step,) = (step for step in told(of) if step.overlay == "posts")
    assert step.text["en"] == "One actor sits in V through a single post: officer."


def test_of_those_who_hold_the_net_together_the_one_who_holds_most_is_told_of():
    nodes = [*map(actor, "abcdefg"), *map(network, "wx")]
    seats = [("a", "v"), ("b", "v"), ("c", "v"), ("a", "w"), ("d", "w"), ("b", "x"), ("e", "x"), ("f", "x"), ("g", "v")]
    steps = told(atlas(*(tie(name, "member_of", venue) for name, venue in seats), nodes=nodes))
    (step,) = (step for step in steps if step.title["en"] == "Who holds the net together?")
    assert "Without B, 2 actors lose touch with the rest: E and F." in step.text["en"]
    assert (step.focus, step.reach) == (("b", "e", "f", "x"), 0)


def needs(*lines):
    """Return what is said of the needs of a network of a school and two firms."""
    nodes = [actor("s", "school"), actor("f", "business"), actor("g", "business")]
    of = atlas(*(tie(name, "member_of", "v") for name in "sfg"), nodes=nodes, lines=lines)
    (step,) = (step for step in told(of) if step.overlay == "coverage")
    return step.title["en"], step.text["en"]


def need(column, **wanted):
    return Requirement(network="v", row="r", column=column, **wanted)


def test_what_is_missing_goes_before_what_is_unknown_and_both_before_what_rests_on_one():
    missing, unknown = need("Care", kind="health_care"), need("Nurse", kind="school", role="nurse")
    alone, met = need("School", kind="school"), need("Firm", kind="business")
    one = "On one member alone rest 1: School."
    assert needs(met) == ("The only need is met", "")
    assert needs(met, alone) == ("All 2 needs are met", one)
    assert needs(missing, alone, met) == ("1 of 3 needs are not met", f"No member answers to: Care. {one}")
    unclear = "Unknown are 1: Nurse. That is not the same as missing."
    assert needs(unknown, alone, met) == ("1 of 3 needs are unknown", f"{unclear} {one}")
    assert needs(missing, unknown, alone) == ("1 of 3 needs are not met", f"No member answers to: Care. {unclear}")


def test_a_title_that_a_wall_has_no_room_for_is_a_question():
    kinds = ("school", "business", "region", "unit", "council", "health_care", "university")
    nodes = [actor(f"{kind}{each}", kind) for kind in kinds[:3] for each in "ab"]
    few = told(atlas(*(tie(node.id, "member_of", "v") for node in nodes[:4]), nodes=nodes[:4]))[0].title["en"]
    many = told(atlas(*(tie(node.id, "member_of", "v") for node in nodes), nodes=nodes))[0].title["en"]
    assert few.startswith("At the table: ")
    assert len(few) <= messages.LONGEST_TITLE
    assert many == "Who sits there?" or len(many) <= messages.LONGEST_TITLE


def test_only_the_first_names_stand_in_a_sentence():
    pen = Pen(Texts.load("en"), VOCABULARY, {})
    assert messages.few(list("abcd"), pen) == list("abcd")
    assert messages.few(list("abcde"), pen) == ["a", "b", "c", "2\u00a0more"]


def test_gria_is_told_in_six_to_nine_short_steps_in_both_languages():
    gria = actormap.open("gria")
    for date in (DAY, "2026-01-15"):
        steps = story.review(gria, gria, date).steps
        assert 6 <= len(steps) <= 9
        ids = {node.id for node in gria.snapshot.nodes()}
        for step in steps:
            assert set(step.focus) <= ids
            assert step.overlay in (None, "gaps", "coverage", "invitation", "posts", "sunset")
            assert set(step.title) == set(step.text) == set(LANGUAGES)
            assert all(0 < len(title) <= messages.LONGEST_TITLE for title in step.title.values())
            assert all(0 < len(text) <= 320 for text in step.text.values())


def test_the_same_data_tells_the_same_story_whatever_language_it_is_opened_in():
    assert told(actormap.open("gria", lang="sv")) == told(actormap.open("gria", lang="en"))
