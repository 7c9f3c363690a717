"""The map of evidence as one HTML file that needs nothing else: filters, a cell that opens what it rests on, and the same as a table."""

from __future__ import annotations

import base64
import hashlib
import json
from pathlib import Path
from typing import Any

from markupsafe import Markup

from actormap.analysis.projects.certainty import LEVELS, REASONS
from actormap.analysis.projects.compilation import Compilation
from actormap.analysis.projects.evidence_map import EvidenceMap
from actormap.analysis.projects.map_rows import MapCellRow
from actormap.analysis.projects.state import STATES
from actormap.output.cells import Writer
from actormap.output.projects import map_data, map_words
from actormap.output.projects.signs import SIGNS
from actormap.output.templates import environment

FOLDER = Path(__file__).parent / "templates"
STYLES = ("projects.css", "evidence_map.css")


def write(found: EvidenceMap, compilation: Compilation, writer: Writer, date: str) -> str:
    """Return the map as one page, made on a date; the page counts anew when it is narrowed, from the same statements."""
    texts = writer.texts
    data = map_data.of(found, compilation, writer)
    style = "\n".join((FOLDER / name).read_text(encoding="utf-8") for name in STYLES)
    script = (FOLDER / "evidence_map.js").read_text(encoding="utf-8")
    since, parameters = found.context.parameters["since"], found.context.parameters
    shown = {"n": len(compilation.projects), "of": len(compilation.projects), "independent": compilation.independent(compilation.ids)}
    return environment("actormap.output.projects").get_template("evidence_map.html").render(
        t=texts,
        order=STATES,
        signs=SIGNS,
        levels=LEVELS,
        dots=map_words.dots,
        filters={name: _values(data, name) for name in map_data.FILTERS},
        count=texts("projects.map.count", **shown),
        rows_word=texts(f"projects.map.{parameters['lines']}"),
        columns_word=texts(f"projects.map.{parameters['columns']}"),
        columns=data["columns"],
        lines=[{"name": name, "cells": [_cell(row, writer) for row in rows]} for name, rows in map_words.by_line(found)],
        sentences=[map_words.sentence(row, writer) for row in (found.lines.rows if found.lines else ()) if row["projects"]],
        twin_headings=_headings(writer),
        twin=[_twin(row, writer) for row in found.rows],
        fresh=None if since is None else [map_words.new(row, writer) for row in found.rows if row["new"]],
        since=since,
        undated=found.undated,
        rules=[(writer.heading(name), writer.definition(found, name)) for name in (*REASONS, "certainty")],
        made=texts("projects.map.made", date=date, **_documents(compilation)),
        data=_json(data),
        style=_own(style),
        script=_own(script),
        style_hash=_hash(style),
        script_hash=_hash(script),
    )  # fmt: skip


def _cell(row: MapCellRow, writer: Writer) -> dict[str, str]:
    told = {"short": map_words.short(row), "dots": map_words.dots(row["certainty"]), "said": map_words.said(row, writer)}
    return {"line": row["line"], "column": row["column"], "direction": row["direction"], **told}


def _values(data: Any, name: str) -> list[str]:
    found = {value for project in data["projects"] for value in (project[name] if name == "target_group" else [project[name]]) if value}
    return sorted(found)


def _headings(writer: Writer) -> list[str]:
    states = [writer.texts(f"words.state.{state}") for state in STATES]
    names = ("line_name", "column_name", "direction", "projects")
    return [*map(writer.heading, names), *states, *map(writer.heading, ("measured_independent", *REASONS, "certainty"))]


def _twin(row: MapCellRow, writer: Writer) -> list[str]:
    texts = writer.texts
    counts = [texts.number(map_words.count(row, state)) for state in STATES]
    judged = (row["methodological"], row["coherence"], row["adequacy"], row["relevance"])
    concerns = [texts(f"projects.concern.{concern}") if concern else "–" for concern in judged]
    level = texts(f"projects.level.{row['certainty']}") if row["certainty"] else "–"
    first = [row["line_name"], row["column_name"], map_words.word(row["direction"], writer), texts.number(row["projects"])]
    return [*first, *counts, texts.number(row["measured_independent"]), *concerns, level]


def _documents(compilation: Compilation) -> dict[str, int]:
    from actormap.analysis.projects.compilation import WHOLE, how_read

    documents = compilation.view.snapshot.documents
    return {"documents": len(documents), "documents_whole": sum(how_read(each) == WHOLE for each in documents)}


def _json(data: Any) -> Markup:
    # Nothing in it may end the element that it stands in.
    return Markup(json.dumps(data, ensure_ascii=False).replace("<", "\\u003c"))  # noqa: S704


def _own(text: str) -> Markup:
    return Markup(text)  # noqa: S704  (our own files)


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
