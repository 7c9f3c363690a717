"""The outline of a place, in degrees: what a map draws a region with."""

from __future__ import annotations

from dataclasses import dataclass

Degrees = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """A municipality's outline as closed rings of longitude and latitude (WGS 84). `code` is Statistics Sweden's."""

    name: str
    code: str | None = None
    rings: tuple[tuple[Degrees, ...], ...]
