"""Two views side by side, such as two dates or two sets of documents: who came, who went, whose rank moved, and which ties stayed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar, TypedDict

from actormap.analysis.centrality import measures
from actormap.analysis.certainty.estimate import NO_RESAMPLE, Certainty, estimate_all
from actormap.analysis.result import Context, NodeRow, Result, described
from actormap.errors import UsageError
from actormap.graph.attributes import SIDE, SIDE_ORDER, VENUE
from actormap.graph.views import View
from actormap.model.ordering import alphabetical
from actormap.model.records import Relationship

CAME, STAYED, WENT = "came", "stayed", "went"
NEW, KEPT, GONE = "new", "kept", "gone"
CHANGES = (CAME, WENT, STAYED)
ELSEWHERE = "not_in_both"
NOT_TRIED = "places_not_tried"
TWO_SIDED = ("before", "after", "rank_before", "rank_after", "place_before", "place_after", "shift", "clear")


class TiesRow(TypedDict):
    """A row of `Ties`."""

    change: str
    source: str
    source_name: str
    target: str
    target_name: str


@dataclass(frozen=True)
class Ties(Result[TiesRow]):
    """The ties of two views: those that are new, gone and kept, each in order of names.

    A row has `change`, source, source_name, target, target_name; an actor stands before the venue it takes part in.
    """

    name: ClassVar[str] = "compared_ties"
    header: ClassVar[tuple[str, ...]] = tuple(TiesRow.__annotations__)


class Movement(TypedDict):
    """Where a node comes from and goes to by a measure."""

    change: str
    measure: str
    before: float | None
    after: float | None
    rank_before: float | None
    rank_after: float | None
    place_before: str | None
    place_after: str | None
    shift: float | None
    clear: bool | None


class SidedRow(NodeRow):
    """A node, and on which side of a two-mode network it stands."""

    side: str


class ComparisonRow(SidedRow, Movement):
    """A row of `Comparison`."""


@dataclass(frozen=True)
class Comparison(Result[ComparisonRow]):
    """The nodes of two views: by measure, then actors before venues, then those that came, went and stayed, by rank.

    A row has id, name, kind, side, `change`, `measure`, `before` and `after` (scores), `rank_before` and `rank_after` (average ranks within
    the side of each view), `place_before` and `place_after` (the same as whole places, `2–3` for two who share the second), `shift` (places
    gained: positive is towards the first), and `clear`: whether the two rank intervals lie apart;
    where they overlap the shift may be chance. What a node does not have in a view where it has no tie is None.
    """

    name: ClassVar[str] = "comparison"
    by_strength: ClassVar[bool] = True
    about: ClassVar[tuple[str, ...]] = ("change", "id", "name")
    header: ClassVar[tuple[str, ...]] = tuple(ComparisonRow.__annotations__)
    for_programs: ClassVar[tuple[str, ...]] = ("rank_before", "rank_after", "shift")

    ties: Ties | None = field(default=None, repr=False)
    made_of: Mapping[str, Sequence[Relationship]] = field(default_factory=dict, repr=False)

    def of(self, change: str) -> tuple[str, ...]:
        """Return the ids of those that came, went or stayed, in order of the rows."""
        return tuple(dict.fromkeys(row["id"] for row in self.rows if row["change"] == change))

    def to_dict(self) -> dict[str, Any]:
        """Return everything as plain data, the ties included."""
        return super().to_dict() | ({"ties": [dict(row) for row in self.ties.rows]} if self.ties else {})

    def rests_on(self, row: ComparisonRow, view: View) -> Iterable[Relationship]:  # noqa: ARG002  (of several views)
        """Return the relationships of its ties before and after: those of one who went are the earlier ones."""
        return self.made_of[row["id"]]


def compare(before: View, after: View, by: str | Sequence[str] = "degree", **options: Any) -> Comparison:
    """Return what differs between two views of the same name.

    Ranks are those within each view, so that somebody can lose places merely because others came. `options` are those of
    `certainty.estimate`, used for both views.
    Raises `UsageError` if the views are of different names, `UnknownName` for a measure that does not exist.
    """
    if before.name != after.name:
        raise UsageError(f"A view {before.name} cannot be compared with a view {after.name}.", hint="Ask for the same view of both.")
    names = [by] if isinstance(by, str) else list(by)
    ranked = [(estimate_all(view, names, **options)) for view in (before, after)]
    rows = [row for name in ranked[0] for row in _rows(before, after, ranked[0][name], ranked[1][name])]
    ties = _ties(before, after)
    context = Context(
        after.name,
        {"measures": list(ranked[0]), **_asked(options), "before": dict(before.parameters), "after": dict(after.parameters)},
        {"before": before.summary(), "after": after.summary(), **_counts(rows, ties)},
        after.audience,
    )
    undefined = _undefined(rows, before, after, tried=options.get("resamples") != 0)
    made_of = {row["id"]: [*before.ties_of(row["id"]), *after.ties_of(row["id"])] for row in rows}
    return Comparison(context, tuple(rows), undefined=undefined, ties=Ties(context, tuple(ties)), made_of=made_of)


def _undefined(rows: Sequence[Mapping[str, Any]], before: View, after: View, *, tried: bool) -> dict[str, str]:
    reasons: dict[str, set[str]] = {}
    for column in TWO_SIDED:
        if any(row[column] is None and row["change"] != STAYED for row in rows):
            reasons.setdefault(column, set()).add(ELSEWHERE)
    if any(row["clear"] is None and row["change"] == STAYED for row in rows):
        reasons.setdefault("clear", set()).add(NO_RESAMPLE if tried else NOT_TRIED)
    for column, view in (("before", before), ("after", after)):
        for name in sorted({row["measure"] for row in rows if row[column] is None and row["change"] == STAYED}):
            reasons.setdefault(column, set()).update(measures.measure(name).score(view, True).reasons.values())
    return {column: ", ".join(sorted(found)) for column, found in reasons.items()}


def _asked(options: Mapping[str, Any]) -> dict[str, Any]:
    """Return the options that a reader asks about: not how progress was told or time measured."""
    return {name: value for name, value in options.items() if name not in ("progress", "clock")}


def _rows(before: View, after: View, old: Certainty, new: Certainty) -> list[ComparisonRow]:
    was, now = ({row["id"]: row for row in found.rows} for found in (old, new))
    rows: list[ComparisonRow] = []
    for node in sorted(was.keys() | now.keys()):
        left, right = was.get(node), now.get(node)
        there = right or was[node]
        change = STAYED if left and right else CAME if right else WENT
        rows.append(
            {
                **described(after if right else before, node),
                "side": there["side"],
                "change": change,
                "measure": new.measure,
                "before": left["score"] if left else None,
                "after": right["score"] if right else None,
                "rank_before": left["rank"] if left else None,
                "rank_after": right["rank"] if right else None,
                "place_before": left["place"] if left else None,
                "place_after": right["place"] if right else None,
                "shift": left["rank"] - right["rank"] if left and right else None,
                "clear": _apart(left, right) if left and right else None,
            }
        )
    rows.sort(key=_order)
    return rows


def _order(row: ComparisonRow) -> tuple[Any, ...]:
    rank = row["rank_after"] if row["rank_after"] is not None else row["rank_before"]
    return SIDE_ORDER.get(row["side"], 2), CHANGES.index(row["change"]), rank, alphabetical(row["name"]), row["id"]


def _apart(old: Mapping[str, Any], new: Mapping[str, Any]) -> bool | None:
    if old["rank_low"] is None or new["rank_low"] is None:
        return None
    return bool(old["rank_high"] < new["rank_low"] or new["rank_high"] < old["rank_low"])


def _ties(before: View, after: View) -> list[TiesRow]:
    old, new = _pairs(before), _pairs(after)
    rows: list[TiesRow] = [
        {
            "change": NEW if pair not in old else GONE if pair not in new else KEPT,
            "source": pair[0],
            "source_name": after.node(pair[0]).name if pair in new else before.node(pair[0]).name,
            "target": pair[1],
            "target_name": after.node(pair[1]).name if pair in new else before.node(pair[1]).name,
        }
        for pair in sorted(old | new)
    ]
    order = (NEW, GONE, KEPT)
    rows.sort(key=lambda row: (order.index(row["change"]), alphabetical(row["source_name"]), alphabetical(row["target_name"])))
    return rows


def _pairs(view: View) -> set[tuple[str, str]]:
    side = view.graph.nodes
    return {(b, a) if side[a][SIDE] == VENUE and side[b][SIDE] != VENUE else (a, b) for a, b in view.graph.edges()}


def _counts(rows: Sequence[ComparisonRow], ties: Sequence[TiesRow]) -> dict[str, int]:
    nodes = Counter((row["change"], row["side"]) for row in {row["id"]: row for row in rows}.values())
    kinds = Counter(row["change"] for row in ties)
    counts = {f"{side}s_{change}": nodes[change, side] for side in SIDE_ORDER for change in CHANGES}
    return counts | {f"ties_{change}": kinds[change] for change in (NEW, GONE, KEPT)}
