"""What a graph says of itself beside its records: title, language, focal network, own words and rules, as one text that travels with it.

The text is a JSON object with the keys of actormap.toml, in the order of their names, so that equal settings are equal bytes; it is empty
where nothing is known. Which store the workspace used is not among them: it is a place of somebody else's machine.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from actormap import files
from actormap.errors import InputError

NOT_TAKEN_ALONG = frozenset({"store"})
UNKNOWN = ""
REPORT, COMPARE = "report", "compare"  # where a workspace says which projects its report compares the others with


def text(settings: Mapping[str, Any]) -> str:
    """Return settings as the text that stores and backups keep."""
    kept = {key: value for key, value in settings.items() if key not in NOT_TAKEN_ALONG}
    # What TOML has beyond JSON, such as dates, is kept as it is written.
    return json.dumps(kept, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str)


def table(kept: str, where: str) -> Mapping[str, Any]:
    """Return the settings that a text holds; raise `InputError`, naming `where` it stands, if it is none that was written here."""
    try:
        found = files.json_value(kept) if kept else {}
    except ValueError:
        found = None
    if not isinstance(found, dict):
        raise InputError(f"{where} holds settings that are no JSON object.", hint="Somebody has edited them; load the workspace again.")
    return found


def merged(there: str, added: str, where: str) -> str:
    """Return the settings of a graph that another is merged into: its own, with the words and rules that only the other has."""
    if not there or not added:
        return there or added
    return text(union(table(added, where), table(there, where)))


def union(base: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    """Return two tables as one, tables in them too; where both say something, the second is right."""
    found = dict(base)
    for key, value in over.items():
        old = found.get(key)
        found[key] = union(old, value) if isinstance(old, Mapping) and isinstance(value, Mapping) else value
    return found
