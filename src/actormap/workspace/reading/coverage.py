"""The table of required coverage: what somebody in a network should be."""

from __future__ import annotations

from collections.abc import Collection

from actormap.model.records import Requirement
from actormap.workspace.problems import Fault, Findings
from actormap.workspace.reading.names import Index
from actormap.workspace.reading.nodes import resolved
from actormap.workspace.reading.tables import Table

EVERY = ("municipality", "*")  # one line for each municipality


def read(table: Table, index: Index, findings: Findings, present: Collection[str]) -> list[Requirement]:
    """Return the lines of every faultless row of a network that is `present`; what is wrong is noted."""
    seen: dict[str, tuple[Requirement, int]] = {}
    for line in table:
        values, sound = resolved(table, line, ("network", "municipality", "theme", "document"), index, findings, literal=EVERY)
        if not sound or values["network"] not in present:
            continue
        required = Requirement(**values, attributes=line.attributes)
        first, number = seen.setdefault(required.id, (required, line.number))
        where = {"file": table.file, "line": str(number)}
        if number != line.number and first == required:
            findings.warn(table.file, line.number, None, required.row, Fault("double_row", **where))
        elif number != line.number:
            findings.error(table.file, line.number, None, required.row, Fault("double_requirement", **where))
    return [required for required, _ in seen.values()]
