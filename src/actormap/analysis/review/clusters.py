"""Clusters: who gathers round each question, who could carry an application on it, and what the circle lacks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from actormap.analysis.composition.requirements.conditions import THEME_TYPES
from actormap.analysis.composition.seated import seated
from actormap.analysis.result import Context, NodeRow, Result
from actormap.analysis.review import mentions, proximity
from actormap.analysis.review.finding import cited
from actormap.graph.attributes import SIDE, VENUE
from actormap.graph.views import View
from actormap.model import dates
from actormap.model.ordering import alphabetical
from actormap.model.records import Project, Relationship, Theme

QUESTIONS = ("problem_area", "target_group", "function")
CARRIES = ("owns", "coordinates")


class ClustersRow(NodeRow):
    """A row of `Clusters`."""

    actors: list[str]
    venues: list[str]
    carriers: list[str]
    experienced: list[str]
    ongoing: list[str] | None
    members_outside: list[str]
    newcomers: list[str]
    professions: list[str]
    methods: list[str]
    methods_elsewhere: list[str]
    evidence: list[str]
    carrying: list[str]


@dataclass(frozen=True)
class Clusters(Result[ClustersRow]):
    """A cluster for each problem area, target group and function, the largest first.

    A row has the theme's id, name and kind; `actors`, who works with it or takes part in a network or project that does; `venues`, these;
    `carriers`, who has owned or coordinated a project on it, and `experienced`, who has carried one out besides; `ongoing`, the projects
    among `venues` known to go on at the date of the result, None without a date; `members_outside`, members of the network in focus that
    are not round the theme; `newcomers`, actors not round it either that are neither tied to a member nor meet one; `professions`, those
    of the checklist that nobody round the theme is said to be; `methods`, used in its projects, and `methods_elsewhere`, used in others
    only; `evidence`, where what ties the venues and actors to the theme stands; and `carrying`, where it stands who owned, coordinated or
    carried out its projects. `members` counts the members of the network.
    """

    name: ClassVar[str] = "clusters"
    header: ClassVar[tuple[str, ...]] = tuple(ClustersRow.__annotations__)

    focal: str = ""
    members: int = 0


def find(view: View, focal: str, *, date: str | None = None) -> Clusters:
    """Return the clusters round the themes of the data, on a view of name `affiliation`; `date` tells what is still going on.

    A theme that nobody and no network or project works with is no cluster. Raises `UnknownName` if `focal` is no network of the data.
    """
    round_theme = _Round(view, focal, date)
    themes = [node for node in view.snapshot.themes if node.id in view.selected.present and node.kind in QUESTIONS]
    rows = [round_theme.row(theme) for theme in themes if round_theme.works_with[theme.id]]
    rows.sort(key=lambda row: (-len(row["actors"]), -len(row["venues"]), alphabetical(row["name"]), row["id"]))
    return Clusters(Context.of(view, network=focal, date=date), tuple(rows), focal=focal, members=len(round_theme.inside))


class _Round:
    def __init__(self, view: View, focal: str, date: str | None) -> None:
        self.view, self.vocabulary, self.date = view, view.vocabulary, date
        inside = seated(view, focal)
        self.inside, met = inside, proximity.met(view, focal, inside)
        self.analysed = {node.id for node in proximity.candidates(view)}
        tied = {each for each, step in proximity.steps(view, inside).items() if step.distance == 1}
        self.strangers = self.analysed - met - tied
        self.works_with: dict[str, list[Relationship]] = {theme.id: [] for theme in view.snapshot.themes}
        for tie in view.selected.structure:
            if tie.type in THEME_TYPES:
                self.works_with[tie.target].append(tie)
        self.named = {
            name: {*mentions.of_words(view, check.sought, check.unless), *mentions.of_kinds(view, check.kinds)}
            for name, check in view.vocabulary.checklist.items()
        }

    def row(self, theme: Theme) -> ClustersRow:
        ties = self.works_with[theme.id]
        ends = {self._top(tie.source) for tie in ties}
        graph = self.view.graph
        venues = {end for end in ends if end in graph and graph.nodes[end][SIDE] == VENUE}
        actors = (ends & self.analysed) | {actor for venue in venues for actor in graph[venue]}
        owning, doing = self._ties_of(venues, CARRIES), self._ties_of(venues, ("carries_out",))
        carriers, experienced = self._sources(owning), self._sources(doing)
        methods, elsewhere = self._methods(venues)
        projects = {venue for venue in venues if isinstance(self.view.node(venue), Project)}
        return {
            "id": theme.id,
            "name": theme.name,
            "kind": theme.kind,
            "actors": sorted(actors),
            "venues": sorted(venues),
            "carriers": sorted(carriers),
            "experienced": sorted(experienced - carriers),
            "ongoing": None if self.date is None else sorted(each for each in projects if self._goes_on(each, self.date)),
            "members_outside": sorted(self.inside - actors),
            "newcomers": sorted(self.strangers - actors),
            "professions": [name for name, by in self.named.items() if not by & actors],
            "methods": methods,
            "methods_elsewhere": elsewhere,
            "evidence": list(cited(ties)),
            "carrying": list(cited([*owning, *doing])),
        }

    def _ties_of(self, venues: set[str], types: tuple[str, ...]) -> list[Relationship]:
        """Return the relationships of some types to one of some projects, or to a part of it."""
        return [
            tie
            for tie in self.view.selected.structure
            if tie.type in types and self._top(tie.target) in venues and isinstance(self.view.node(tie.target), Project)
        ]

    def _sources(self, ties: list[Relationship]) -> set[str]:
        return {self._top(tie.source) for tie in ties} & self.analysed

    def _top(self, node_id: str) -> str:
        return self.view.lifted.get(node_id, node_id)

    def _methods(self, venues: set[str]) -> tuple[list[str], list[str]]:
        used: Mapping[bool, set[str]] = {True: set(), False: set()}
        for method, ties in self.works_with.items():
            for tie in ties:
                if tie.type == "uses_method":
                    used[self._top(tie.source) in venues].add(method)
        return sorted(used[True]), sorted(used[False] - used[True])

    def _goes_on(self, project: str, date: str) -> bool:
        node = self.view.node(project)
        return isinstance(node, Project) and node.end is not None and dates.overlaps(node.start, node.end, date, date)
