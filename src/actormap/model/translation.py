"""Themes under the names that they have in the reader's language."""

from __future__ import annotations

from dataclasses import replace

from actormap.model.records import Snapshot, Theme


def translated(snapshot: Snapshot, lang: str) -> Snapshot:
    """Return a snapshot whose themes have the names of their own column `name_en`, `name_sv` …; who has none keeps its name.

    The name that a theme had leads to it still, as another name of it.
    """
    themes = tuple(_translated(theme, lang) for theme in snapshot.themes)
    return snapshot if themes == snapshot.themes else replace(snapshot, themes=themes)


def _translated(theme: Theme, lang: str) -> Theme:
    name = dict(theme.attributes).get(f"name_{lang}")
    if not name or name == theme.name:
        return theme
    others = dict.fromkeys((theme.name, *(each for each in theme.aliases if each != name)))
    return replace(theme, name=name, aliases=tuple(others))
