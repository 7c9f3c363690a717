"""What a report asks of an atlas: each question once, and only if some part of the report wants its answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from typing import TYPE_CHECKING

from actormap.analysis.composition.seated import PLANNED
from actormap.analysis.review.review import Review
from actormap.atlas.atlas import Atlas
from actormap.errors import UnknownName
from actormap.i18n import Texts
from actormap.output.cells import Writer
from actormap.report import settings
from actormap.report.editions import INTERNAL, ReportEdition
from actormap.report.footnotes import FootnotePen, pen_for

if TYPE_CHECKING:
    from actormap.analysis.actor.profile import Explanation
    from actormap.analysis.certainty.estimate import Certainty
    from actormap.analysis.certainty.ranking import Ranking
    from actormap.analysis.change.compare import Comparison
    from actormap.analysis.change.timeline import Timeline
    from actormap.analysis.composition.gaps import Gaps
    from actormap.analysis.evidence import Support
    from actormap.analysis.projects.comparison import ProjectComparison
    from actormap.analysis.projects.evidence_map import EvidenceMap
    from actormap.analysis.projects.listing import ProjectList
    from actormap.analysis.projects.matrix import ProjectMatrix
    from actormap.graph.views import View

RESAMPLES = 500  # of the places of key actors
INVITED_AGAIN = 100  # times that the invitation is worked out without some statements, as often as by the command
HASHED = 12  # hexadecimal digits of the hash of the data that are shown


@dataclass(frozen=True)
class Inquiry:
    """The answers that a report is made of, for the day it is made and the network in focus, None without one.

    `actor` is the one that the edition is about, if it is about one; `known` asks the same of all that is known, where the edition shows
    less; `map_svg` is the map drawn for paper, where whoever makes the report has one. Every answer is the one that the command of its
    name gives.
    """

    atlas: Atlas
    date: str
    focal: str | None = None
    edition: ReportEdition = INTERNAL
    actor: str | None = None
    before: Atlas | None = field(default=None, repr=False)
    known: Inquiry | None = field(default=None, repr=False)
    map_svg: str | None = field(default=None, repr=False)

    @cached_property
    def writer(self) -> Writer:
        """Return what writes headings and cells, with the names of nodes."""
        return Writer(Texts.load(self.atlas.lang), self.atlas.vocabulary, {node.id: node.name for node in self.atlas.snapshot.nodes()})

    @cached_property
    def pen(self) -> FootnotePen:
        """Return what writes sentences with notes."""
        return pen_for(self.writer, self.atlas.snapshot, of_contacts=not self.view.two_mode)

    def counted(self, command: str) -> str:
        """Return the note of what is worked out from all that is known, with the command that shows how."""
        return self.pen("report.note.counted", command=command)

    @property
    def empty(self) -> bool:
        """Return whether there is nothing at all."""
        return not any(self.atlas.snapshot.nodes())

    @property
    def day(self) -> str:
        """Return the day that the selection asks about, else that on which the report is made."""
        return self.atlas.selection.at or self.date

    @cached_property
    def network(self) -> str:
        """Return the name of the network in focus, or the title of the workspace without one."""
        return self.pen.names[self.focal] if self.focal else self.atlas.title

    @cached_property
    def view(self) -> View:
        """Return who takes part in what, or where nobody takes part in anything, who is in contact with whom."""
        view = self.atlas.view("affiliation")
        return view if view.graph.number_of_edges() else self.atlas.view()

    @cached_property
    def review(self) -> Review | None:
        """Return the review of the network in focus, None without one."""
        if self.focal is None:
            return None
        # No time budget: a report is the same bytes on a slow machine.
        sure = {"resamples": INVITED_AGAIN, "budget": None, "seed": 7} if "invitation" in self.edition.parts else None
        return self.atlas.review(self.focal, date=self.date, certainty=sure)

    @cached_property
    def gaps(self) -> Gaps:
        """Return what the sources show no sign of."""
        return self.atlas.gaps(self.focal)

    @cached_property
    def ranking(self) -> Ranking:
        """Return the places of all by how much they take part in, and as bridges."""
        from actormap.analysis.certainty import ranking

        return ranking.rank(self.view, ("degree", "betweenness"), normalised=False)

    @cached_property
    def certainty(self) -> Certainty:
        """Return how sure the places are."""
        from actormap.analysis.certainty import estimate

        return estimate.estimate(self.view, "degree", resamples=RESAMPLES, budget=None)

    @cached_property
    def support(self) -> Support:
        """Return what all ties rest on."""
        from actormap.analysis import evidence

        return evidence.overall(self.view)

    def rests(self) -> str:
        """Return in a sentence what all ties rest on."""
        planned = PLANNED in self.view.parameters["status"]
        counts = {"statements": self.support.statements, "documents": len(self.support.documents), "implied": self.support.implied}
        return self.pen("report.rests_overall_planned" if planned else "report.rests_overall", **counts)

    @cached_property
    def projects(self) -> ProjectList:
        """Return the projects, one a row."""
        return self.atlas.projects().list()

    @cached_property
    def evidence_map(self) -> EvidenceMap | None:
        """Return methods against results, None where nothing is coded of any project."""
        from actormap.analysis.projects.conditions import usual_context

        if not self.atlas.snapshot.answers:
            return None
        return self.atlas.projects().map(context=usual_context(self.atlas.snapshot.projects))

    @cached_property
    def matrix(self) -> ProjectMatrix | None:
        """Return projects against questions, None where nothing is coded of any project."""
        return self.atlas.projects().matrix() if self.atlas.snapshot.answers else None

    @cached_property
    def sides(self) -> tuple[str, ...]:
        """Return the projects that the workspace has the others compared with, none where it says none."""
        return settings.sides(self.atlas.settings, self.atlas.title)

    @cached_property
    def compared(self) -> ProjectComparison | None:
        """Return those projects with their parts beside all others.

        None where the workspace names none, nothing is coded of any project, or the edition leaves out one that is named.
        """
        if not (self.sides and self.atlas.snapshot.answers):
            return None
        try:
            return self.atlas.projects().compare(self.sides, with_parts=True, others=self.pen("projects.compare.others"))
        except UnknownName:
            if self.known is None:
                raise
            return None

    @cached_property
    def comparison(self) -> Comparison | None:
        """Return what differs from the graph that it is compared with, None where it is compared with none."""
        return self.before.compare(self.now, view="affiliation") if self.before is not None else None

    @property
    def now(self) -> Atlas:
        """Return the graph to compare with an earlier one: at the day, where the earlier one is at a date."""
        dated = self.before is not None and self.before.selection.at is not None
        return self.atlas.narrowed(at=self.day) if dated else self.atlas

    @cached_property
    def timeline(self) -> Timeline:
        """Return the network year by year."""
        return self.atlas.timeline("degree", view=self.view.name)

    @cached_property
    def explanation(self) -> Explanation:
        """Return all that is said of the actor that the edition is about, without its places."""
        return self.atlas.explain(self.actor, resamples=0, date=self.day)

    @cached_property
    def data_hash(self) -> str:
        """Return a hash of all that the report is made of: the same data has the same one, whatever store it lies in."""
        snapshot = self.atlas.snapshot
        records: Sequence[object] = (*snapshot.nodes(), *snapshot.relationships, *snapshot.coverage, *snapshot.coding())
        return sha256("\n".join(sorted(map(repr, records))).encode()).hexdigest()[:HASHED]
