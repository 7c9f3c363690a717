"""Relationships that rest on one post, as marks to lay over a map."""

from __future__ import annotations

from collections.abc import Mapping

from actormap.analysis import posts
from actormap.graph import View
from actormap.i18n import Texts
from actormap.render.difference import Mark

SINGLE_POINT = "single_point"


def overlay(view: View, words: Mapping[str, Texts]) -> list[Mark]:
    """Return a mark for each single-point relationship of the view's selection, with the post it rests on."""
    found = posts.single_points(view)
    return [
        Mark(
            "relationship",
            relationship,
            SINGLE_POINT,
            {lang: texts("difference.single_point", post=row["post"]) for lang, texts in words.items()},
        )
        for row in found.rows
        for relationship in row["relationships"]
    ]
