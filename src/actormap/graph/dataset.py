"""One graph as records, the words they are said with, and what it is narrowed to: what views are made of, at any date."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any, Self

from actormap.graph.views import View, build
from actormap.model.audience import Audience
from actormap.model.choices import VIEWS
from actormap.model.coding import CodedAnswer
from actormap.model.records import Snapshot
from actormap.model.selection import Selection, select
from actormap.model.vocabulary import Vocabulary


@dataclass(frozen=True)
class Dataset:
    """A snapshot with its vocabulary and the selection that narrows every view of it.

    Analyses that look at other dates than one take this; all others take a view.
    """

    snapshot: Snapshot = field(repr=False)
    vocabulary: Vocabulary = field(repr=False)
    selection: Selection = field(default_factory=Selection)
    default_view: str = "affiliation"

    @property
    def audience(self) -> Audience | None:
        """Return whom the results of the views are shown to, if they are shown to anybody."""
        return None

    def narrowed(self, **conditions: Any) -> Self:
        """Return the same records, narrowed by the fields of `Selection`, such as `documents=("five",)` or `at="2014"`.

        >>> import actormap
        >>> gria = actormap.open("gria")
        >>> [len(each.view().graph) for each in (gria, gria.narrowed(at="2014"))]
        [56, 43]
        """
        return replace(self, selection=replace(self.selection, **conditions))

    def view(self, view: str | None = None, *, lift: bool = True, also: tuple[str, ...] = (), weighted: bool | str = False) -> View:
        """Return a view of the records: `affiliation`, `actors` or `all`; see `actormap.graph.views.build`.

        Without a name it is the default one. If that is `affiliation` and no actor takes part in anything, it is the first of the others
        that has a tie, and its `instead_of` says so.
        """
        of = partial(build, self.snapshot, self.vocabulary, selection=self.selection, audience=self.audience)
        build_one = partial(of, lift=lift, also=also, weighted=weighted)
        first = build_one(view or self.default_view)
        if view is not None or first.name != "affiliation" or first.graph.number_of_edges():
            return first
        others = (build_one(name) for name in VIEWS[1:])
        found = next((other for other in others if other.graph.number_of_edges()), None)
        return replace(found, instead_of=first.name) if found else first

    def shown(self) -> Snapshot:
        """Return what a map or an export of the selection shows: statements of every status, and the nodes present or tied to something."""
        if self.selection == Selection():
            return self.snapshot
        every = replace(self.selection, statuses=self.selection.statuses or tuple(self.vocabulary.statuses))
        selected = select(self.snapshot, every, self.vocabulary)
        ends = {end for tie in selected.relationships for end in (tie.source, tie.target)}
        keep = ends if self.selection.where else ends | selected.present
        cited = {e.document for tie in selected.relationships for e in tie.evidence}
        cited |= {getattr(node, "document", None) for node in self.snapshot.nodes() if node.id in keep}
        lines = [line for line in self.snapshot.coverage if line.network in keep]
        # What is required of a network is whole only with what it names, whatever the sources chosen say of that.
        cited |= {named for line in lines for named in (line.municipality, line.theme, line.document)}
        coding = [row for row in self.snapshot.coding() if getattr(row, "project", None) in keep]
        asked = {row.question for row in coding if isinstance(row, CodedAnswer)}
        coding += [question for question in self.snapshot.questions if question.id in asked]
        cited |= {named for row in coding for named in (row.document, getattr(row, "theme", None))}
        nodes = [node for node in self.snapshot.nodes() if node.id in keep or node.id in cited]
        return Snapshot.of(nodes, selected.relationships, lines, coding)
