"""What a step of a map's story says of an overlay: a title with what it marks and how many of it, of what the map shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from actormap.analysis.composition.gaps import Gaps
    from actormap.analysis.composition.requirements.coverage import Coverage
    from actormap.i18n import Texts
    from actormap.map.overlays.overlay import Told, Words

ByLanguage = Mapping[str, "Texts"]


def counted(key: str, words: ByLanguage, marked: Collection[str], **values: Any) -> Told:
    """Return what is said of an overlay that marks one kind of things: how many of them are shown."""

    def told(shown: Collection[str]) -> tuple[Words, Words]:
        n = sum(each in shown for each in marked)
        return {lang: texts(f"overlays.{key}.title", n=n, **values) for lang, texts in words.items()}, {}

    return told


def invitation(marked: Collection[str], seats: int, words: ByLanguage) -> Told:
    """Return what is said of whom to invite: how many there are to choose among, if that is more than are to be invited."""

    def told(shown: Collection[str]) -> tuple[Words, Words]:
        n = sum(each in shown for each in marked)
        form = "title" if n > seats else "just_so"
        return {lang: texts(f"overlays.invitation.{form}", n=n, seats=seats) for lang, texts in words.items()}, {}

    return told


def gaps(found: Gaps, words: ByLanguage) -> Told:
    """Return what is said of gaps: how many there are and of which most, then the others, in the words of the review."""
    from babel.lists import format_list

    from actormap.analysis.composition.gaps import GAPS

    def told(shown: Collection[str]) -> tuple[Words, Words]:
        rows = [row for row in found.rows if row["id"] in shown]
        marked, counts = len({row["id"] for row in rows}), Counter(row["gap"] for row in rows)
        form = "title" if marked == len(rows) else "title_of_fewer"  # who has two gaps is marked once
        order = sorted((gap for gap in GAPS if counts[gap]), key=lambda gap: -counts[gap])
        title, more = {}, {}
        for lang, texts in words.items():
            most, *rest = [texts(f"story.gaps.{gap}", n=counts[gap]) for gap in order]
            title[lang] = texts(f"overlays.gaps.{form}", n=len(rows), marked=marked, most=most)
            more[lang] = texts("overlays.gaps.more", rest=format_list(rest, locale=lang)) if rest else ""
        return title, more

    return told


def coverage(found: Coverage, words: ByLanguage) -> Told:
    """Return what is said of a required coverage: how many needs are not met, else unknown, else that all are met, as the review has it."""
    counts, n = Counter(row["state"] for row in found.rows), len(found.rows)
    state = next((each for each in ("missing", "unknown") if counts[each]), "covered")

    def told(_: Collection[str]) -> tuple[Words, Words]:
        return {lang: texts(f"story.coverage.title_{state}", n=counts[state] or n, of=n) for lang, texts in words.items()}, {}

    return told
