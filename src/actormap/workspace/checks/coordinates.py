"""A place outside Sweden, most often because latitude and longitude have changed places."""

from __future__ import annotations

from typing import Any

from actormap.workspace.problems import Fault

# Smygehuk to Treriksröset, Stora Drammen to Kataja, a little widened.
_SOUTH, _NORTH = 55.0, 69.3
_WEST, _EAST = 10.5, 24.5


def look(row: Any) -> tuple[str, Fault] | None:
    """Return the column and what is wrong if a municipality lies outside the country, and the two turned round if they then fit."""
    latitude, longitude = row.latitude, row.longitude
    if latitude is not None and longitude is not None:
        if _inside(latitude, longitude):
            return None
        if _inside(longitude, latitude):
            return "latitude", Fault("coordinates_swapped", f"{longitude} {latitude}", latitude=latitude, longitude=longitude)
        return "latitude", Fault("outside_country", latitude=latitude, longitude=longitude)
    if latitude is not None and not _SOUTH <= latitude <= _NORTH:
        return "latitude", Fault("latitude_outside")
    if longitude is not None and not _WEST <= longitude <= _EAST:
        return "longitude", Fault("longitude_outside")
    return None


def _inside(latitude: float, longitude: float) -> bool:
    return _SOUTH <= latitude <= _NORTH and _WEST <= longitude <= _EAST
