"""Ids that follow from what a record says, for records that nobody names."""

from __future__ import annotations

import hashlib


def relationship_id(source: str, type_: str, target: str, role: str | None, valid_from: str | None) -> str:
    """Return the id of the relationship with this key."""
    # As `digest` would, in one text: a large graph has half a million of these.
    return _hexadecimal(f"relationship\x1f{source}\x1f{type_}\x1f{target}\x1f{role or ''}\x1f{valid_from or ''}")


def digest(*parts: str | None) -> str:
    """Return the id that follows from some texts in their order; None is an empty one."""
    return _hexadecimal("\x1f".join(part or "" for part in parts))


def _hexadecimal(text: str) -> str:
    # Eighty bits: among ten million keys the odds of two alike are one in ten thousand million.
    return hashlib.sha256(text.encode()).hexdigest()[:20]
