"""A scenario told on a page: what changes, the network before and after, seats, required coverage, and who changes place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from actormap.analysis.change.whatif import COVERAGE, FIGURE, MEASURE, SAME, SEAT, WhatIf, WhatIfRow
from actormap.model.ordering import alphabetical
from actormap.model.records import Snapshot
from actormap.model.scenario import DOCUMENT, Scenario
from actormap.output import excerpt, measure_words
from actormap.output.cells import Writer
from actormap.output.page_text import PageSection, cited, listed, write
from actormap.output.terminal import PROGRAM, Terminal

NAMED = 3


def page(whatif: WhatIf, scenario: Scenario, snapshot: Snapshot, writer: Writer, markdown: bool, terminal: Terminal = PROGRAM) -> str:
    """Return the page as text or Markdown, with as much of each list as a reader is shown; `snapshot` is the graph without the scenario."""
    teller = _WhatIfPage(whatif, scenario, snapshot, writer)
    lists = [*teller.changes()], [*teller.network(), teller.moves()]
    first, last = ([replace(each, lines=excerpt.lines(each.lines, terminal, writer.texts)) for each in some] for some in lists)
    sections = [*first, teller.figures(), *last]
    key = "untitled" if whatif.title == DOCUMENT else "title"
    return write(writer.texts(f"difference.whatif.{key}", title=whatif.title), [], sections, markdown=markdown)


class _WhatIfPage:
    def __init__(self, whatif: WhatIf, scenario: Scenario, snapshot: Snapshot, writer: Writer) -> None:
        self.whatif, self.scenario, self.writer, self.texts = whatif, scenario, writer, writer.texts
        self.nodes = {**{node.id: node for node in scenario.added.nodes()}, **snapshot.by_id}

    def changes(self) -> Iterator[PageSection]:
        """Tell what comes and what goes: nodes first, then relationships; those of a node that goes are not told one by one."""
        for heading, here, there in (
            ("added", self.scenario.added, self.scenario.removed),
            ("removed", self.scenario.removed, self.scenario.added),
        ):
            lines = [node.name for node in here.nodes() if node.id not in there.by_id and node.node != "document"]
            gone = here.by_id.keys() - there.by_id.keys() if heading == "removed" else set[str]()
            others = {tie.id for tie in there.relationships}
            lines += [self._tie(tie) for tie in here.relationships if tie.id not in others and not {tie.source, tie.target} & gone]
            yield PageSection(self._say(heading), lines)

    def _tie(self, tie: Any) -> str:
        verb = self.texts.pick(self.writer.vocabulary.types[tie.type])[0]
        ends = {"source": self.nodes[tie.source].name, "target": self.nodes[tie.target].name}
        places = [" ".join(filter(None, (piece.document, piece.locator))) for piece in tie.evidence if piece.document]
        return self._say("tie_role" if tie.role else "tie", verb=verb, role=tie.role, **ends) + cited(places, self.texts)

    def figures(self) -> PageSection:
        lines = []
        for row in self.whatif.of(FIGURE):
            same = row["before"] == row["after"]
            what = self._say(f"what.{row['measure']}")
            told = {side: self.writer.cell(row["measure"], row[side]) for side in ("before", "after")}
            # Two figures may differ in a digit that is not told.
            key = "figure_same" if same else "figure_alike" if told["before"] == told["after"] else "figure"
            lines.append(self._say(key, what=what, **told))
        return PageSection(self._say("figures"), lines)

    def network(self) -> Iterator[PageSection]:
        focal = self.whatif.context.parameters["network"]
        if focal is None:
            return
        name = self.nodes[focal].name
        seats = [self.writer.sentence(self.whatif, row) for row in self.whatif.of(SEAT)]
        yield PageSection(self._say("seats", network=name), seats, "" if seats else self._say("seats_none"))
        cells = self.whatif.of(COVERAGE)
        changed = [row for row in cells if row["change"] != SAME]
        lines = [
            self._say("cell", cell=row["name"], **{side: self.writer.cell("state", row[side]) for side in ("before", "after")})
            for row in changed
        ]
        counts = {"better": self.whatif.counts["cells_better"], "worse": self.whatif.counts["cells_worse"], "n": len(cells)}
        key = "coverage_none" if not cells else "coverage_some" if changed else "coverage_same"
        yield PageSection(self._say("coverage", network=name), lines, self._say(key, **counts))

    def moves(self) -> PageSection:
        lines = [line for name in self.whatif.context.parameters["measures"] for line in self._measured(name)]
        certain = listed([self._quoted(name) for name in self.whatif.context.parameters["certain"]], self.texts)
        note = self._say("moves_note", measures=certain) if certain else ""
        return PageSection(self._say("moves"), lines, note if lines else self._say("moves_none"))

    def _measured(self, name: str) -> Iterator[str]:
        moved = [row for row in self.whatif.of(MEASURE) if row["measure"] == name and row["shift"]]
        moved.sort(key=lambda row: (-abs(row["shift"]), alphabetical(row["name"]), row["id"]))
        measure = self._measure(name)
        if name not in self.whatif.context.parameters["certain"]:
            if moved:
                yield self._say("untried", n=len(moved), measure=measure, names=listed(_names(moved[:NAMED]), self.texts))
            return
        for row in moved:
            if row["clear"]:
                way = "up" if row["shift"] > 0 else "down"
                places = {"before": self._place(row["place_before"]), "after": self._place(row["place_after"])}
                yield self._say(f"clear_{way}", name=row["name"], measure=measure, **places)
        rest = sum(not row["clear"] for row in moved)
        if rest:
            yield self._say("may_be_chance", n=rest, measure=measure)

    def _measure(self, name: str) -> str:
        return measure_words.within(self.texts, name)

    def _quoted(self, name: str) -> str:
        return self.texts("prose.quoted", words=self._measure(name))

    def _place(self, place: str | None) -> str:
        return self.texts("explain.shared" if "–" in (place or "") else "explain.place", rank=place)

    def _say(self, key: str, /, **values: Any) -> str:
        return self.texts(f"difference.whatif.{key}", **values)


def _names(rows: Sequence[WhatIfRow]) -> list[str]:
    return [row["name"] for row in rows]
