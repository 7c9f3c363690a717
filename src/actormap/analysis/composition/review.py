"""A network reviewed: the named results that together say how it stands, who is missing, what ends, and what there is to discuss."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from actormap.analysis.composition.clusters import Clusters
from actormap.analysis.composition.coverage import Coverage
from actormap.analysis.composition.fields import Fields
from actormap.analysis.composition.others import Others
from actormap.analysis.composition.participation import Participation
from actormap.analysis.composition.present import Present
from actormap.analysis.result import Result
from actormap.analysis.sunset import Calendar


@dataclass(frozen=True)
class Review:
    """The parts of a review of the network `focal`, in the order to read them; `date` is the day it was made for.

    Each part is a result of its own, as the command of that name gives it.
    """

    focal: str
    date: str
    present: Present
    coverage: Coverage
    others: Others
    calendar: Calendar
    fields: Fields
    clusters: Clusters
    participation: Participation

    def parts(self) -> Mapping[str, Result]:
        """Return the parts under their names, in order."""
        return {
            "present": self.present,
            "coverage": self.coverage,
            "others": self.others,
            "calendar": self.calendar,
            "fields": self.fields,
            "clusters": self.clusters,
            "participation": self.participation,
        }

    def to_dict(self) -> dict[str, Any]:
        """Return everything as plain data: the network, the date, and every part as its own result gives it."""
        parts = {name: part.to_dict() for name, part in self.parts().items()}
        return {"result": "review", "network": self.focal, "date": self.date} | parts
