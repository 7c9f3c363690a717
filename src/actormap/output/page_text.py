"""A result told on a page of sentences: headings, what stands under them, and where each line is stated."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from actormap.i18n import Texts

CITED_AT_MOST = 5


@dataclass(frozen=True, slots=True)
class PageSection:
    """A heading, a sentence or two, and lines. A section without any line and sentence is left out."""

    heading: str
    lines: Sequence[str] = ()
    intro: str = ""


def write(title: str, intro: Iterable[str], sections: Iterable[PageSection], *, markdown: bool) -> str:
    """Return the page as text for a terminal, or as Markdown."""
    blocks = [f"# {_safe(title)}" if markdown else f"{title}\n{'=' * len(title)}"]
    blocks += [_safe(text) if markdown else text for text in intro if text]
    for section in sections:
        if not section.lines and not section.intro:
            continue
        heading = f"## {_safe(section.heading)}" if markdown else f"{section.heading}\n{'-' * len(section.heading)}"
        blocks.append(heading if markdown else heading + ("\n" + section.intro if section.intro else ""))
        if markdown and section.intro:
            blocks.append(_safe(section.intro))
        mark = "- " if markdown else "  "
        if section.lines:
            lines = "\n".join(f"{mark}{_safe(line) if markdown else line}" for line in section.lines)
            blocks[-1:] = [blocks[-1], lines] if markdown else [f"{blocks[-1]}\n{lines}"]
    return "\n\n".join(blocks) + "\n"


def cited(places: Iterable[str], texts: Texts, *, implied: int = 0, of: int = 0) -> str:
    """Return where something is stated, in brackets: each document once, with its places; `implied` of so many relationships are only that.

    Of more documents than five the first are named and the rest counted.
    """
    found: dict[str, list[str]] = {}
    for place in sorted(set(places)):
        document, _, locator = place.partition(" ")
        found.setdefault(document, []).extend([locator] if locator else [])
    named = [" ".join([document, ", ".join(sorted(locators, key=_by_number))]).strip() for document, locators in found.items()]
    if len(named) > CITED_AT_MOST:
        named = [*named[:CITED_AT_MOST], texts("prose.more", n=len(named) - CITED_AT_MOST)]
    if not named:
        return ""
    doubt = [texts("prose.implied" if implied == of else "prose.partly_implied")] if implied else []
    return f" [{'; '.join([*named, *doubt])}]"


def at_first(words: str) -> str:
    """Return words as they stand at the beginning of a sentence, and over a column."""
    return words[:1].upper() + words[1:]


def listed(names: Sequence[str], texts: Texts) -> str:
    """Return names as a sentence lists them, with "and" before the last; semicolons between if a name has a comma of its own."""
    if not names:
        return ""
    return texts("prose.and").join([between(names).join(names[:-1]), names[-1]] if len(names) > 1 else names)


def apart(names: Sequence[str]) -> str:
    """Return names with commas between, or semicolons if a name has a comma of its own."""
    return between(names).join(names)


def between(names: Sequence[str]) -> str:
    """Return what parts names: a comma, or a semicolon if a name has a comma of its own."""
    return "; " if any("," in name for name in names) else ", "


def _by_number(locator: str) -> tuple[int, str]:
    return (int(locator) if locator.isdigit() else 0, locator)


def _safe(text: str) -> str:
    # Names are not Markdown: what would be taken for a mark is told literally.
    return "".join(f"\\{letter}" if letter in "*_`<#|" else letter for letter in text)
