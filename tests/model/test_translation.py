"""Claims about the names of themes in the reader's language."""

from __future__ import annotations

from actormap.model.lookup import the
from actormap.model.records import Snapshot, Theme
from actormap.model.translation import translated

NAMED = (("name_en", "Neutral place"),)
FORUM = Theme(id="forum", name="Neutral arena", kind="success_factor", aliases=("Neutral place",), attributes=NAMED)
TIME = Theme(id="tid", name="Tid", kind="success_factor")


def test_a_theme_has_the_name_of_its_column_for_the_language_and_one_without_keeps_its_own():
    assert [theme.name for theme in translated(Snapshot.of([FORUM, TIME]), "en").themes] == ["Neutral place", "Tid"]
    assert [theme.name for theme in translated(Snapshot.of([FORUM, TIME]), "sv").themes] == ["Neutral arena", "Tid"]


def test_the_name_that_a_theme_had_leads_to_it_still():
    themes = translated(Snapshot.of([FORUM, TIME]), "en").themes
    assert the("theme", "neutral arena", themes) == the("theme", "Neutral place", themes) == "forum"
