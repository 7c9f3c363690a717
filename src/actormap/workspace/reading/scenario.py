"""A scenario as somebody writes it: a TOML file, or the options of a command, read against the graph that it is about.

    title = "Health care at the table"
    network = "gria"                       # the workspace's focal network unless another is named
    add_members = ["vgr", { actor = "Vårdcentralen", role = "samordnare" }]
    remove_members = ["tjorn"]
    remove = ["plug-in-2"]                 # actors, municipalities, networks, projects or themes, with what ties them

    [[actors]]                             # also networks, projects, municipalities, themes: the columns of the tables
    id = "vardcentralen"
    name = "Vårdcentralen"
    kind = "health_care"

    [[relationships]]                      # the columns of the table of relationships
    source = "vardcentralen"
    type = "participates_in"
    target = "invux"

    [[remove_relationships]]               # every relationship of this type between the two
    source = "gr"
    type = "coordinates"
    target = "kompetensradet"

Names and aliases do as well as ids. All that is wrong is told at once, with file, line and key.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from actormap import files
from actormap.errors import InputError, InvalidScenario, parameter
from actormap.model.records import Snapshot
from actormap.model.scenario import Scenario, ScenarioChanges, plan
from actormap.model.vocabulary import Vocabulary
from actormap.workspace.problems import Fault, Findings
from actormap.workspace.reading.csv_file import decode
from actormap.workspace.reading.scenario_changes import Reader

_LINE = re.compile(r"\(at line (\d+)")
_HEADER = re.compile(r"\s*\[\[?\s*[\"']?([\w-]+)")
_KEY = re.compile(r"\s*[\"']?([\w-]+)[\"']?\s*[=.]")


Option = tuple[str, str, Sequence[Any]]
"""An option of a command: its name, the key of a file that it stands for, and the entries under that key."""


@dataclass(frozen=True, slots=True)
class ChangesPlace:
    """One place where changes are written: what problems call it, what it says, and on which lines its keys and tables begin."""

    file: str
    entries: Mapping[str, Any]
    lines: Mapping[str, Sequence[int]] = field(default_factory=dict)


def read(file: Path | None, options: Sequence[Option], snapshot: Snapshot, vocabulary: Vocabulary, focal: str | None = None) -> Scenario:
    """Return the scenario of a file and of options, together, for a graph.

    Raises `InputError` if the file cannot be opened, `InvalidScenario` with every problem if something is wrong.
    """
    findings = Findings()
    parts = [_part(file, findings)] if file else []
    parts += [ChangesPlace(name, {key: entries}) for name, key, entries in options if entries]
    title = next((part.entries["title"] for part in parts if isinstance(part.entries.get("title"), str)), file.stem if file else "")
    reader = Reader(snapshot, vocabulary, findings, focal)
    changes = reader.read(parts)
    order = {part.file: number for number, part in enumerate(parts)}
    problems = sorted(findings.in_order(), key=lambda problem: (order[problem.file], problem.row or 0))
    errors = sum(problem.severity == "error" for problem in problems)
    if errors:
        raise InvalidScenario(f"The scenario cannot be used: {errors} error{'s' if errors > 1 else ''}.", problems)
    if changes == ScenarioChanges():
        raise InputError(
            "The scenario changes nothing.", hint=f"Say what to add or remove, in a file or with {parameter('add_members')} and the like."
        )
    return plan(snapshot, changes, title or "scenario")


def _part(file: Path, findings: Findings) -> ChangesPlace:
    try:
        data = file.read_bytes()
    except OSError as error:
        raise InputError(f"{file} cannot be opened: {error.strerror or error}.") from error
    try:
        text = decode(data)
        return ChangesPlace(file.name, files.toml_table(text), positions(text))
    except tomllib.TOMLDecodeError as error:
        where = _LINE.search(str(error))
        findings.error(file.name, int(where[1]) if where else None, None, None, Fault("bad_toml", detail=str(error)))
    except Fault as fault:
        findings.error(file.name, None, None, None, fault)
    return ChangesPlace(file.name, {})


def positions(text: str) -> dict[str, list[int]]:
    """Return the lines where each key at the top, or each table of a list of tables, begins; tomllib does not tell."""
    found: dict[str, list[int]] = {}
    inside = False
    for number, line in enumerate(text.splitlines(), start=1):
        if match := _HEADER.match(line):
            inside = True
            found.setdefault(match[1], []).append(number)
        elif not inside and (match := _KEY.match(line)):
            found.setdefault(match[1], []).append(number)
    return found
