"""How closely two work together, by what each of them says: levels 0 to 5 (Frey et al. 2006), and how far the two sides differ."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from math import inf
from statistics import fmean
from typing import Any, ClassVar, TypedDict

from actormap.analysis.result import Context, Result, names
from actormap.graph.views import View
from actormap.model.lookup import folded
from actormap.model.ordering import alphabetical
from actormap.model.records import ActorLike, Relationship, Snapshot, Venue

NO_LEVELS = "no_levels"
NOT_SAID = "level_not_said"
ONE_SILENT = "one_side_silent"
STEP = 1
"""The difference up to which two sides agree: a mean of several levels seldom meets another exactly."""

Pair = tuple[str, str]
Knows = Callable[[str | None], str | None]


class CollaborationRow(TypedDict):
    """A row of `Collaboration`."""

    a: str
    a_name: str
    b: str
    b_name: str
    says_a: float | None
    says_b: float | None
    says_others: float | None
    difference: float | None
    low: int
    high: int
    statements: int


@dataclass(frozen=True)
class Collaboration(Result[CollaborationRow]):
    """Pairs with a level, the largest difference between the sides first, those with a silent side last; equal ones in order of names.

    A row has `a`, `a_name`, `b`, `b_name`, `says_a` and `says_b` (the mean level each reports itself), `says_others` (that of all other
    informants, a document that names none among them), `difference` between the two sides, `low` and `high` over all informants, and
    `statements`, how many give a level. `both_told` counts the pairs where both sides report one; of these, `mean_difference` is the mean
    and `agreeing` the share that differ by one step at most.
    """

    name: ClassVar[str] = "collaboration"
    about: ClassVar[tuple[str, ...]] = ("a", "a_name", "b", "b_name")
    for_programs: ClassVar[tuple[str, ...]] = ("a", "b")
    header: ClassVar[tuple[str, ...]] = tuple(CollaborationRow.__annotations__)

    both_told: int = 0
    mean_difference: float | None = None
    agreeing: float | None = None

    def figures(self) -> Mapping[str, Any]:
        """Return how many pairs have a level and how many were told of by both sides, and how far these differ."""
        told = {name: getattr(self, name) for name in ("both_told", "mean_difference", "agreeing")}
        return {"pairs_told": len(self.rows), **told}

    def rests_on(self, row: CollaborationRow, view: View) -> Iterable[Relationship]:
        """Return the relationships between the two, with those statements alone that give a level."""
        return _levelled(view)[row["a"], row["b"]]


def find(view: View) -> Collaboration:
    """Return how closely every two work together, by all relationships between them that a view's selection keeps.

    Type and direction play no part, nor do the ties of the view. An informant is the node whose id, name or alias is given, whatever its
    case; one that is nobody's, or that several share, speaks for neither side.
    """
    knows = informants(view.snapshot)
    rows = [_told(view, pair, ties, knows) for pair, ties in _levelled(view).items()]
    rows.sort(key=lambda row: inf if row["difference"] is None else -row["difference"])
    apart = [row["difference"] for row in rows if row["difference"] is not None]
    undefined = _silent(rows)
    if len(apart) < len(rows):
        undefined["difference"] = ONE_SILENT
    if not apart:
        undefined |= dict.fromkeys(("mean_difference", "agreeing"), ONE_SILENT if rows else NO_LEVELS)
        return Collaboration(Context.of(view), tuple(rows), undefined=undefined)
    near = sum(difference <= STEP for difference in apart) / len(apart)
    context = Context.of(view)
    return Collaboration(context, tuple(rows), undefined=undefined, both_told=len(apart), mean_difference=fmean(apart), agreeing=near)


def _silent(rows: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    told = list(rows)
    return {name: NOT_SAID for name in ("says_a", "says_b", "says_others") if any(row[name] is None for row in told)}


def _levelled(view: View) -> dict[Pair, list[Relationship]]:
    """Return what gives a level, by pair of ends; pairs and the ends of each in order of names."""
    found: defaultdict[Pair, list[Relationship]] = defaultdict(list)

    def place(node_id: str) -> tuple[str, str]:
        return alphabetical(view.node(node_id).name), node_id

    for tie in view.selected.relationships:
        told = tuple(piece for piece in tie.evidence if piece.level is not None)
        if told and tie.source != tie.target:
            a, b = sorted((tie.source, tie.target), key=place)
            found[a, b].append(replace(tie, evidence=told))
    return {pair: found[pair] for pair in sorted(found, key=lambda pair: (*place(pair[0]), *place(pair[1])))}


def informants(snapshot: Snapshot) -> Knows:
    """Return what tells which node an informant is, None if that is nobody or not one alone. Themes and documents do not speak."""
    known: defaultdict[str, set[str]] = defaultdict(set)
    speakers: list[ActorLike | Venue] = [*snapshot.actors, *snapshot.municipalities, *snapshot.networks, *snapshot.projects]
    ids = {node.id for node in speakers}
    for node in speakers:
        for name in (node.id, node.name, *node.aliases):
            known[folded(name)].add(node.id)

    def knows(informant: str | None) -> str | None:
        if informant is None or informant in ids:
            return informant
        meant = known.get(folded(informant), set())
        return next(iter(meant)) if len(meant) == 1 else None

    return knows


def _told(view: View, pair: Pair, ties: Iterable[Relationship], knows: Knows) -> CollaborationRow:
    a, b = pair
    said = [(knows(piece.informant), piece.level) for tie in ties for piece in tie.evidence if piece.level is not None]
    own = {end: _mean(level for who, level in said if who == end) for end in pair}
    levels = [level for _, level in said]
    a_name, b_name = names(view, pair)
    return {
        "a": a, "a_name": a_name, "b": b, "b_name": b_name,
        "says_a": own[a], "says_b": own[b], "says_others": _mean(level for who, level in said if who not in pair),
        "difference": _difference(own[a], own[b]), "low": min(levels), "high": max(levels), "statements": len(levels),
    }  # fmt: skip


def _mean(levels: Iterable[int]) -> float | None:
    told = list(levels)
    return fmean(told) if told else None


def _difference(one: float | None, other: float | None) -> float | None:
    return None if one is None or other is None else abs(one - other)
