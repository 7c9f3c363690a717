"""A comparison of projects in words: figures, what all sides share, what only one has, and how each stands on the questions."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from actormap.analysis.projects.comparison import MISSING, PARTS, ComparedRow, ProjectComparison
from actormap.analysis.projects.state import NOT_SEEN
from actormap.output import excerpt, page_text
from actormap.output.cells import Writer
from actormap.output.page_text import PageSection, at_first
from actormap.output.terminal import PROGRAM, Terminal

Rows = Sequence[ComparedRow]
FLOOR = ("figures", "results")  # parts whose rows are not things that one has or lacks


def write(comparison: ProjectComparison, writer: Writer, markdown: bool, terminal: Terminal = PROGRAM) -> str:
    """Return the comparison as text, under each heading as many lines as a reader is shown."""
    texts = writer.texts
    title = texts("projects.compare.title", sides=texts("projects.compare.against").join(side.label for side in comparison.sides))
    sizes = " ".join(_size(comparison, side.label, writer) for side in comparison.sides)
    intro = [f"{sizes} {texts('projects.compare.levels')}", texts("projects.compare.intro")]
    sections = [replace(each, lines=excerpt.lines(each.lines, terminal, texts)) for each in _sections(comparison, writer)]
    return page_text.write(title, intro, sections, markdown=markdown)


def in_words(comparison: ProjectComparison, writer: Writer) -> ProjectComparison:
    """Return the comparison with its rows as a reader takes them: what each is part of, figures, kinds and states by their words."""
    rows: tuple[Any, ...] = tuple({**row, **_worded(row, writer)} for row in comparison.rows)
    return replace(comparison, rows=rows)


def _worded(row: ComparedRow, writer: Writer) -> Mapping[str, str]:
    texts = writer.texts
    return {
        "section": texts(f"projects.compare.{row['section']}"),
        "name": writer.heading(row["id"]) if row["section"] == "figures" else row["name"],
        "presence": texts(f"projects.compare.presence.{row['presence']}") if row["presence"] else "",
        "levels": levels(row["levels"], writer),
        "states": ", ".join(f"{n} {texts(f'words.state.{each}')}" for each, n in row["states"].items()),
    }


def _size(comparison: ProjectComparison, side: str, writer: Writer) -> str:
    first = next(row for row in comparison.rows if row["side"] == side)
    return writer.texts("projects.compare.size", side=at_first(side), n=first["of"], independent=first["of_independent"])


def _sections(comparison: ProjectComparison, writer: Writer) -> Iterator[PageSection]:
    texts = writer.texts
    for part in PARTS:
        things = [list(rows) for _, rows in groupby((row for row in comparison.rows if row["section"] == part), key=lambda row: row["id"])]
        heading = texts(f"projects.compare.{part}")
        if part == "figures":
            yield PageSection(heading, [line for rows in things if (line := _figure(rows, writer))], texts("projects.compare.caveat"))
        elif part == "results":
            yield PageSection(heading, [_result(rows, writer) for rows in things])
        else:
            for having, same in groupby(things, key=_having):
                named = list(same)
                lines = [_thing(rows, writer) for rows in named]
                yield PageSection(_group(part, having, named, comparison, writer), lines, _lacking(named[0], writer))


def _having(rows: Rows) -> tuple[str, ...]:
    return tuple(row["side"] for row in rows if row["presence"] != MISSING)


def _group(part: str, having: tuple[str, ...], things: Sequence[Rows], comparison: ProjectComparison, writer: Writer) -> str:
    texts = writer.texts
    everybody = len(having) == len(comparison.sides)
    told = "all" if everybody and len(having) > 1 else "only" if len(having) == 1 and len(comparison.sides) > 1 else "some"
    heading = texts(f"projects.compare.{part}")
    return texts(f"projects.compare.{told}", part=heading, sides=page_text.listed(having, texts), n=len(things))


def _lacking(rows: Rows, writer: Writer) -> str:
    """Return how much has been read of the sides that do not have a thing: the less, the weaker the evidence that it is not there."""
    return " ".join(how_read(row, "projects.compare.missing", writer.texts) for row in rows if row["presence"] == MISSING)


def how_read(row: ComparedRow, key: str, texts: Callable[..., str]) -> str:
    """Return a sentence that says of how many on the side of a row something is read to its end: some, all or none."""
    n, of = row["read_whole"], row["of"]
    if n in (0, of):
        return texts(f"{key}_{'whole' if n else 'unread'}", side=at_first(row["side"]), n=of)
    return texts(key, side=at_first(row["side"]), n=n, of=of)


def _thing(rows: Rows, writer: Writer) -> str:
    having = [row for row in rows if row["presence"] != MISSING]
    said = [f"{row['side']} {_share(row, writer)}" if len(having) > 1 else _share(row, writer) for row in having]
    return writer.texts("projects.card.line", what=rows[0]["name"], value="; ".join(said))


def _share(row: ComparedRow, writer: Writer) -> str:
    told = "one" if row["of"] == 1 else "alike" if row["independent"] == row["projects"] else "several"
    counts = {"projects": row["projects"], "of": row["of"], "independent": row["independent"]}
    return writer.texts(f"projects.compare.share.{told}", levels=levels(row["levels"], writer), **counts)


def levels(counts: dict[str, int], writer: Writer) -> str:
    """Return how many projects are of which kind, in words."""
    kinds = writer.vocabulary.kinds["project"]
    said = [f"{n} {writer.texts.pick(kinds[kind])[0 if n == 1 else 1] if kind in kinds else kind}" for kind, n in counts.items()]
    return page_text.listed(said, writer.texts)


def _figure(rows: Rows, writer: Writer) -> str:
    texts = writer.texts
    told = []
    for row in rows:
        if row["value"] is None:
            continue
        value = writer.cell(rows[0]["id"], round(row["value"]) if row["id"] == "per_participant" else round(row["value"], 1))
        alone = "one" if row["of"] == 1 else "median"
        told.append(texts(f"projects.compare.figure.{alone}", side=row["side"], value=value, n=row["projects"]))
    return texts("projects.card.line", what=writer.heading(rows[0]["id"]), value="; ".join(told)) if told else ""


def _result(rows: Rows, writer: Writer) -> str:
    texts = writer.texts
    told = []
    for row in rows:
        states = ", ".join(f"{n} {texts(f'words.state.{each}')}" for each, n in row["states"].items() if each != NOT_SEEN)
        unseen = row["states"].get(NOT_SEEN, 0)
        said = states or texts("projects.compare.nothing")
        told.append(texts("projects.compare.stands", side=row["side"], states=said, n=unseen))
    return texts("projects.card.line", what=rows[0]["name"], value="; ".join(told))
