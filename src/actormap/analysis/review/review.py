"""A network reviewed: the named results that together say how it stands, who is missing, what ends, and what there is to discuss."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from actormap.analysis.change.sunset import Calendar
from actormap.analysis.change.vacancy import Posts
from actormap.analysis.composition.invitation import evidence
from actormap.analysis.composition.invitation.evidence import InvitationEvidence
from actormap.analysis.composition.invitation.invite import Invitation
from actormap.analysis.composition.requirements import coverage
from actormap.analysis.composition.requirements.coverage import Coverage
from actormap.analysis.factors import carriers
from actormap.analysis.factors.carriers import Factors
from actormap.analysis.result import Result
from actormap.analysis.review import clusters, outsiders, participation, present_state
from actormap.analysis.review.clusters import Clusters
from actormap.analysis.review.five_fields import FiveFields, describe
from actormap.analysis.review.outsiders import Outsiders
from actormap.analysis.review.participation import Participation
from actormap.analysis.review.present_state import PresentState
from actormap.graph.views import View
from actormap.i18n import LANGUAGES


@dataclass(frozen=True)
class Review:
    """The parts of a review of the network `focal`, in the order to read them; `date` is the day it was made for.

    Each part is a result of its own, as the command of that name gives it.
    """

    focal: str
    date: str
    present: PresentState
    coverage: Coverage
    others: Outsiders
    invitation: Invitation
    support: InvitationEvidence
    calendar: Calendar
    posts: Posts
    fields: FiveFields
    clusters: Clusters
    participation: Participation
    factors: Factors

    def parts(self) -> Mapping[str, Result]:
        """Return the parts under their names, in order."""
        named = {each.name: getattr(self, each.name) for each in fields(self)}
        return {name: part for name, part in named.items() if isinstance(part, Result)}

    def to_dict(self) -> dict[str, Any]:
        """Return everything as plain data: the network, the date, and every part as its own result gives it."""
        parts = {name: part.to_dict() for name, part in self.parts().items()}
        return {"result": "review", "network": self.focal, "date": self.date} | parts

    def _repr_html_(self) -> str | None:
        """Return the tables of the parts, one below the other, as a notebook shows them."""
        tables = [part._repr_html_() for part in self.parts().values()]
        return "\n".join(filter(None, tables)) or None


def compose(
    view: View,
    focal: str,
    *,
    date: str,
    invitation: Invitation,
    calendar: Calendar,
    posts: Posts,
    lang: str = LANGUAGES[0],
) -> Review:
    """Return the review of a network on a view of name `affiliation`; whom to invite, what ends and what rests on one post are handed in.

    `date` says which projects go on, unless the view is narrowed to a date. Raises `UnknownName` if `focal` is no network of the data.
    """
    return Review(
        focal=focal,
        date=date,
        present=present_state.find(view, focal),
        coverage=coverage.find(view, focal),
        others=outsiders.find(view, focal, lang=lang),
        invitation=invitation,
        support=evidence.rows(view, invitation),
        calendar=calendar,
        posts=posts,
        fields=describe(view, focal),
        clusters=clusters.find(view, focal, date=view.parameters.get("at") or date),
        participation=participation.find(view),
        factors=carriers.find(view, view.parameters.get("at") or date),
    )
