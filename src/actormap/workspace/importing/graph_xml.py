"""XML of graph files, read without what a hostile file could use: entities of its own."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

from actormap.errors import InputError
from actormap.workspace.importing.found import Spot

_DECLARED = re.compile(r"<!(?:ENTITY|DOCTYPE[^>]*\[)", re.IGNORECASE)


def root(spot: Spot, text: str) -> ET.Element:
    """Return the root of a file whose elements have no namespaces any more; raise `InputError` if it is no sound XML."""
    if _DECLARED.search(text):
        raise InputError(f"{spot.file} declares entities of its own, which no graph file needs.", hint="Save it anew from its program.")
    try:
        # A text has no encoding any more, whatever its first line says.
        found = ET.fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", text))  # noqa: S314  (as above)
    except ET.ParseError as error:
        raise InputError(f"{spot.file} is no sound XML: {error}.", hint="Save it anew from its program.") from error
    for element in found.iter():
        element.tag = element.tag.rpartition("}")[2]
    return found


def begins_with(text: str, tag: str) -> bool:
    """Return whether the first element of a text has this name."""
    match = re.search(r"<(?![?!])\s*(?:\w+:)?(\w+)", text[:5000])
    return match is not None and match[1].casefold() == tag
