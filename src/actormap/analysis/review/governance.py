"""Which form of governance a network comes closest to, with the signs it is read from (Provan & Kenis 2008).

Three forms: the members govern it together; one member leads it; an organisation outside the membership runs it. The sources seldom say
which, so the answer may be that it is not clear, and it is never firmer than the statement it rests on.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from itertools import combinations

from actormap.analysis.composition.seated import seated, tasks
from actormap.analysis.evidence import FIRM
from actormap.analysis.review.finding import Places, cited
from actormap.graph.views import View
from actormap.model.records import Project, Relationship

PARTICIPANTS, LEAD, ADMINISTRATION, UNCLEAR = "participants", "lead", "administration", "unclear"


@dataclass(frozen=True, slots=True)
class Governance:
    """A form with its signs.

    `form` is one of the four above and `stated` whether a source states, and not only implies, what decides it. `leaders` are the
    organisations that own or coordinate the network, `tasks` which of the two they do, `posts` the roles and `leading_members` those of
    the leaders that are members. `members` counts the members, `pairs` the pairs of them and `meeting` those that also meet in a network
    or project besides this one; `central` is the member that meets most others there, None if several or none, and `centralisation`
    Freeman's for degree, from 0 (all alike) to 1 (all through one), None below three members. `own_projects` are projects that a leader
    outside the membership itself owns or carries out, which an organisation that only administers would not do, and `running` who does.
    `evidence` is what says who leads.
    """

    network: str
    form: str
    stated: bool
    leaders: tuple[str, ...]
    tasks: tuple[str, ...]
    posts: tuple[str, ...]
    leading_members: tuple[str, ...]
    members: int
    pairs: int
    meeting: int
    central: str | None
    centralisation: float | None
    own_projects: tuple[str, ...]
    running: tuple[str, ...]
    evidence: Places

    @property
    def density(self) -> float | None:
        """Return the share of the pairs of members that also meet elsewhere, None below two members."""
        return self.meeting / self.pairs if self.pairs else None


def judge(view: View, network: str) -> Governance:
    """Return the form that a network comes closest to, on a view of name `affiliation`.

    One organisation that leads and is a member: led by it. All that lead are members, and they are two or more and at least half of the
    members: governed together. None that leads is a member: run from outside. Otherwise, also when nobody is said to lead: not clear.
    """
    inside = seated(view, network)
    ties = tasks(view, network)
    leaders = _organisations(view, ties)
    own = tuple(each for each in leaders if each in inside)
    decisive = [tie for tie in ties if view.lifted.get(tie.source, tie.source) in leaders]
    degrees, meeting = _meetings(view, inside, network)
    own_work = _projects_of(view, set(leaders) - inside)
    return Governance(
        network=network,
        form=_form(leaders, own, inside),
        stated=any(piece.status in FIRM for tie in decisive for piece in tie.evidence),
        leaders=leaders,
        tasks=tuple(sorted({tie.type for tie in decisive})),
        posts=tuple(sorted(tie.source for tie in ties if view.node(tie.source).kind == "role")),
        leading_members=own,
        members=len(inside),
        pairs=len(inside) * (len(inside) - 1) // 2,
        meeting=meeting,
        central=_only_first(degrees),
        centralisation=_centralisation(list(degrees.values())),
        own_projects=tuple(sorted({project for _, project in own_work})),
        running=tuple(sorted({leader for leader, _ in own_work})),
        evidence=cited(ties),
    )


def _form(leaders: Collection[str], own: Collection[str], inside: Collection[str]) -> str:
    if not leaders or not inside:
        return UNCLEAR
    if not own:
        return ADMINISTRATION
    if len(own) < len(leaders):
        return UNCLEAR
    if len(leaders) == 1:
        return LEAD if len(inside) > 1 else UNCLEAR
    return PARTICIPANTS if 2 * len(own) >= len(inside) else UNCLEAR


def _organisations(view: View, ties: Collection[Relationship]) -> tuple[str, ...]:
    found = {view.lifted.get(tie.source, tie.source) for tie in ties}
    return tuple(sorted(each for each in found if view.vocabulary.kind(view.node(each).node, view.node(each).kind).analysed))


def _meetings(view: View, inside: Collection[str], network: str) -> tuple[dict[str, int], int]:
    """Return how many other members each member meets outside the network, and how many pairs meet."""
    venues = {each: set(view.graph[each]) - {network} if each in view.graph else set() for each in sorted(inside)}
    pairs = [(a, b) for a, b in combinations(venues, 2) if venues[a] & venues[b]]
    degrees = dict.fromkeys(venues, 0)
    for pair in pairs:
        for each in pair:
            degrees[each] += 1
    return degrees, len(pairs)


def _only_first(degrees: dict[str, int]) -> str | None:
    most = max(degrees.values(), default=0)
    first = [each for each, degree in degrees.items() if degree == most]
    return first[0] if most and len(first) == 1 else None


def _centralisation(degrees: list[int]) -> float | None:
    """Return Freeman's degree centralisation: the sum of differences to the largest, over what it is in a star, (n - 1)(n - 2)."""
    n = len(degrees)
    if n < 3:
        return None
    return sum(max(degrees) - degree for degree in degrees) / ((n - 1) * (n - 2))


def _projects_of(view: View, organisations: Collection[str]) -> set[tuple[str, str]]:
    """Return which of some organisations owns or carries out which project of the view, or a part of it."""
    pairs = {
        (view.lifted.get(tie.source, tie.source), view.lifted.get(tie.target, tie.target))
        for tie in view.selected.structure
        if tie.type in ("owns", "carries_out") and isinstance(view.snapshot.by_id[tie.target], Project)
    }
    return {(leader, project) for leader, project in pairs if leader in organisations and project in view.graph}
