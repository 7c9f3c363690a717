"""What the page of the evidence map is given: projects, rows, columns and statements as plain data, from which it counts anew."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from actormap.analysis.projects.certainty import CONCERNS, INDEPENDENT, LEVELS, OUTSIDERS, REASONS, SHARES, WEIGHTS
from actormap.analysis.projects.compilation import TARGET_GROUP, Compilation
from actormap.analysis.projects.evidence_map import EvidenceMap
from actormap.analysis.projects.state import STATES
from actormap.output.cells import Writer
from actormap.output.projects.signs import SIGNS

SAID = ("state", "answer", "status", "voice", "document", "locator", "date", "new")
FILTERS = ("region", "target_group", "programme", "area")


def of(found: EvidenceMap, compilation: Compilation, writer: Writer) -> Mapping[str, Any]:
    """Return the map as plain data; a project's statements stand once for each column, whatever rows it stands in."""
    across = list(dict.fromkeys((row["column"], row["column_name"]) for row in found.rows))
    told: dict[str, dict[str, list[Mapping[str, Any]]]] = {}
    for row in found.evidence.rows if found.evidence else ():
        of_project = told.setdefault(row["column"], {}).setdefault(row["project"], [])
        said = {name: value for name, value in row.items() if name in SAID}
        if said not in of_project:
            of_project.append(said)
    states: dict[str, dict[str, str]] = {column: {} for column, _ in across}
    relevant: dict[str, bool | None] = {}
    for (_, column), seen in found.witnesses.items():
        for each in seen:
            states[column][each.project] = each.state
            relevant[each.project] = each.relevant
    lines = found.lines.rows if found.lines else ()
    return {
        "projects": [_project(compilation, each.id, each.name, each.kind) for each in compilation.projects],
        "relevant": relevant,
        "lines": [{"id": row["line"], "name": row["line_name"], "projects": _users(found, row["line"])} for row in lines],
        "columns": [{"id": column, "name": name} for column, name in across],
        "states": states,
        "statements": told,
        "documents": {each.id: each.title for each in compilation.view.snapshot.documents},
        "signs": dict(SIGNS),
        "order": list(STATES),
        "levels": list(LEVELS),
        "concerns": list(CONCERNS),
        "weights": WEIGHTS,
        "bounds": {"shares": list(SHARES), "independent": list(INDEPENDENT)},
        "reasons": list(REASONS),
        "outsiders": list(OUTSIDERS),
        "texts": _texts(writer),
        "kinds": {kind: list(writer.texts.pick(words)) for kind, words in writer.vocabulary.kinds["project"].items()},
    }


def _project(compilation: Compilation, project: str, name: str, kind: str) -> Mapping[str, Any]:
    record = compilation.record(project)
    groups = sorted(theme.name for theme in compilation.themes_of(project, TARGET_GROUP).values())
    return {
        "id": project,
        "name": name,
        "kind": kind,
        "top": compilation.top(project),
        "region": record.region,
        "programme": record.programme,
        "area": record.programme_area,
        "target_group": groups,
    }


def _users(found: EvidenceMap, line: str) -> list[str]:
    return list(dict.fromkeys(each.project for (of, _), seen in found.witnesses.items() if of == line for each in seen))


def _texts(writer: Writer) -> Mapping[str, str]:
    prefixes = ("projects.map", "projects.level", "projects.concern", "projects.why", "projects.voice", "words.state", "words.status")
    told = {f"{prefix}.{key}": text for prefix in prefixes for key, text in writer.texts.under(prefix).items()}
    headings = ("methodological", "coherence", "adequacy", "relevance", "agreement", "certainty", "direction", "projects", "answer")
    told |= {f"heading.{name}": writer.heading(name) for name in (*headings, "measured_independent", "project_name", "document", "voice")}
    return told | {"and": writer.texts("prose.and")}
