"""Claims about the story of a review on the map: what the editions tell, and what is laid over."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from functools import cache

import pytest

import actormap
from actormap.errors import UsageError
from actormap.map import compose
from actormap.map.options import MapOptions
from actormap.map.overlays import findings
from actormap.report import story as review_story

GRIA = actormap.open("gria")
DAY = "2026-01-15"
PUBLIC = MapOptions(edition="public")


@cache
def told():
    """Return the story of the review of GRIA."""
    return review_story.review(GRIA, GRIA, DAY)


def data_of(page):
    return json.loads(re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL).group(1))


def test_the_map_carries_every_step_and_the_results_that_they_lay_over_it():
    story = told()
    data = data_of(compose.draw_map(GRIA, DAY, options=MapOptions(story=story, sunset=review_story.ending(story))))
    steps = data["story"]["steps"]
    assert [step["title"] for step in steps] == [step.title for step in story.steps]
    assert [len(step["focus"]) for step in steps] == [len(step.focus) for step in story.steps]
    assert {step["overlay"] for step in steps if "overlay" in step} == {each["key"] for each in data["overlays"]}


def test_those_proposed_in_the_story_are_those_marked_as_proposed():
    (step,) = (step for step in told().steps if step.overlay == "invitation")
    marked = findings.invitation(GRIA).nodes
    assert set(step.focus) == {actor for actor, told in marked.items() if told[0]["en"].startswith("Proposed: ")}


def test_the_project_whose_end_is_told_of_is_the_one_laid_over():
    assert review_story.ending(told()) == "plug-in-2"
    assert review_story.ending(review_story.review(GRIA, GRIA, DAY, ending="InVux")) == "invux"
    assert review_story.ending(None) is None


def test_the_public_story_has_no_posts_and_no_plans_and_tells_only_what_the_public_map_says_too():
    issued = PUBLIC.issued(GRIA)
    public, room = review_story.review(GRIA, issued, DAY, public=True), told()
    assert 3 <= len(public.steps) < len(room.steps)
    assert {step.overlay for step in public.steps} <= {None, "gaps"}
    text = json.dumps([[dict(step.title), dict(step.text)] for step in public.steps], ensure_ascii=False)
    roles = {tie.role for tie in GRIA.snapshot.relationships if tie.role}
    posts = {actor.name for actor in GRIA.snapshot.actors if actor.kind == "role"}
    assert not [name for name in roles | posts if name in text]
    shown = {node.id for node in issued.snapshot.nodes()}
    assert {each for step in public.steps for each in step.focus} <= shown


def test_a_member_that_the_workspace_keeps_inside_is_in_no_step_of_the_public_story():
    def hidden(node):
        return replace(node, attributes=(*node.attributes, ("internal", "ja"))) if node.id == "ale" else node

    of = GRIA.snapshot
    atlas = replace(GRIA, snapshot=type(of).of(map(hidden, of.nodes()), of.relationships, of.coverage))
    steps = review_story.review(atlas, PUBLIC.issued(atlas), DAY, public=True).steps
    assert steps
    assert not [step for step in steps if "ale" in step.focus or "13" in step.title["sv"]]


def test_a_network_that_the_edition_leaves_out_has_no_story():
    gone = replace(GRIA, snapshot=type(GRIA.snapshot).of([node for node in GRIA.snapshot.nodes() if node.id == "gr"], ()))
    assert review_story.review(GRIA, gone, DAY) is None


def test_without_a_network_in_focus_the_story_says_how_to_name_one():
    with pytest.raises(UsageError, match="No network is in focus"):
        review_story.review(replace(GRIA, focal=None), GRIA, DAY)
