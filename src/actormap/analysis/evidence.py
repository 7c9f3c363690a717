"""What results rest on: the statements under each row, with document and locator, and how many of them are only implied."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, ClassVar, NotRequired, TypedDict, cast

from actormap.analysis.result import Context, Record, Result
from actormap.graph.attributes import TIES
from actormap.graph.views import View, in_order
from actormap.model.records import Evidence, Relationship

FIRM = ("stated", "stated_collectively")
NOTHING_TO_CITE = "nothing_to_cite"


@dataclass(frozen=True, slots=True)
class Support:
    """The statements under a node's ties: how many there are, how many documents make them, how many are only implied."""

    statements: int
    implied: int
    documents: tuple[str, ...]


class Said(TypedDict):
    """A statement as it is quoted under what was found from it."""

    source: str
    type: str
    target: str
    role: str | None
    document: str | None
    locator: str | None
    status: str | None


class Tie(TypedDict):
    """Which relationship a statement is of."""

    relationship: str


class Statement(Tie, Said):
    """A statement of a relationship, whoever it is told of."""

    confidence: float | None
    informant: str | None


class About(TypedDict):
    """What a row that rests on something is about, where that is a node; a result may be about other columns, such as a group."""

    id: NotRequired[str]
    name: NotRequired[str]


class GroundsRow(About, Statement):
    """A row of `Grounds`."""


@dataclass(frozen=True)
class Grounds(Result[GroundsRow]):
    """What nodes, or the rows of a result, rest on, statement by statement, in their order, then by the ends, document and locator.

    A row begins with what it is about: id and name of a node, or what the rows of the result are about, such as the group. Then it has
    relationship, source, type, target, role, document, locator, status, confidence and informant. `implied` holds, for nodes, each one's
    share of statements that are only implied, None for a node without a tie in the view.
    """

    name: ClassVar[str] = "evidence"
    header: ClassVar[tuple[str, ...]] = tuple(GroundsRow.__annotations__)

    implied: Mapping[str, float | None] = field(default_factory=dict)

    def figures(self) -> Mapping[str, Any]:
        """Return each node's share of statements that are only implied."""
        return {"implied": dict(self.implied)} if self.implied else {}


class BasisRow(About):
    """A row of `Basis`."""

    statements: int
    implied_statements: int
    implied: float | None
    relationships: list[str]
    cited: list[str]


@dataclass(frozen=True)
class Basis(Result[BasisRow]):
    """How much each row of a result rests on, in its order; rows about the same, such as a node's by several measures, are one.

    A row begins with what it is about, then has `statements` and `implied_statements` (how many), `implied` (the second as a share of the
    first), `relationships` (ids) and `cited`: each document with its locator. What rests on the absence of a relationship has no statement
    to cite: 0, and `implied` is None with that as its reason. `grounds` are the statements themselves.
    """

    name: ClassVar[str] = "basis"
    for_programs: ClassVar[tuple[str, ...]] = ("relationships",)
    header: ClassVar[tuple[str, ...]] = tuple(BasisRow.__annotations__)

    grounds: Grounds | None = field(default=None, repr=False)


def of(result: Result, view: View) -> Basis:
    """Return what the rows of a result rest on; `view` is the one that the result was made from.

    A row about a node, or a set of nodes, rests on the statements of their ties; in the `actors` view these are the statements of both
    ends, since a shared venue rests on both. What other rows rest on is told by `rests_on` of the result's class.
    """
    rows: list[BasisRow] = []
    found: list[GroundsRow] = []
    seen: set[str] = set()
    for row in result.rows:
        about = {column: row[column] for column in result.about}
        if str(about) in seen:
            continue
        seen.add(str(about))
        statements = _statements(result.rests_on(row, view))
        rows.append(cast("BasisRow", {**about, **_told(statements)}))
        found += [cast("GroundsRow", {**about, **statement}) for statement in statements]
    context = Context(view.name, {"of": result.name}, {}, view.audience)
    undefined = {"implied": NOTHING_TO_CITE} if any(row["implied"] is None for row in rows) else {}
    return Basis(context, tuple(rows), undefined=undefined, grounds=Grounds(context, tuple(found)))


def beside(result: Result, basis: Basis) -> Result:
    """Return a result whose rows also say what they rest on, for a file that holds one table only."""
    columns = [column for column in Basis.header if column not in ("id", "name")]
    rested: Sequence[Mapping[str, Any]] = basis.rows
    known = {str({column: row[column] for column in result.about}): row for row in rested}
    rows: Iterable[Record] = (
        {**row, **{f"evidence_{column}": known[str({name: row[name] for name in result.about})][column] for column in columns}}
        for row in result.rows
    )
    return replace(result, rows=tuple(rows))


def rows(view: View, node_ids: Iterable[str]) -> Grounds:
    """Return the statements that carry the ties of some nodes in a view, with document and locator, and how much of them is implied.

    Raises `UnknownName` for an id that the data does not have; one without a tie in the view rests on nothing.
    """
    found: list[GroundsRow] = []
    implied: dict[str, float | None] = {}
    for node_id in dict.fromkeys(node_ids):
        name, own = view.node(node_id).name, _statements(view.ties_of(node_id))
        implied[node_id] = _told(own)["implied"]
        found += [{"id": node_id, "name": name, **statement} for statement in own]
    return Grounds(Context.of(view, nodes=list(implied)), tuple(found), implied=implied)


def of_relationships(view: View, ids: Iterable[str]) -> Grounds:
    """Return the statements of some relationships that the view's selection keeps, those of one end and type together.

    Here id and name are those of the relationship's start.
    """
    kept = {tie.id: tie for tie in view.selected.relationships}
    ties = sorted((kept[each] for each in dict.fromkeys(ids) if each in kept), key=lambda tie: (tie.target, tie.type, tie.source, tie.id))
    found: list[GroundsRow] = [
        {"id": tie.source, "name": view.node(tie.source).name, **_statement(tie, piece)} for tie in ties for piece in tie.evidence
    ]
    return Grounds(Context.of(view), tuple(found))


def support(view: View) -> Mapping[str, Support]:
    """Return what carries the ties of each node of a view."""
    return {node: _weigh([piece for tie in view.ties_of(node) for piece in tie.evidence]) for node in view.graph}


def overall(view: View) -> Support:
    """Return what carries the ties of a whole view."""
    ids = {tie for _, _, about in view.graph.edges(data=True) for tie in about[TIES]}
    return _weigh([piece for tie in view.selected.relationships if tie.id in ids for piece in tie.evidence])


def _statements(ties: Iterable[Relationship]) -> list[Statement]:
    """Return the statements of some relationships, each once, in order of their ends."""
    found = {(tie.id, piece): _statement(tie, piece) for tie in sorted(ties, key=in_order) for piece in tie.evidence}
    return list(found.values())


def said(tie: Relationship, piece: Evidence) -> Said:
    """Return a piece of evidence of a relationship as it is quoted."""
    return {
        "source": tie.source,
        "type": tie.type,
        "target": tie.target,
        "role": tie.role,
        "document": piece.document,
        "locator": piece.locator,
        "status": piece.status,
    }


def _statement(tie: Relationship, piece: Evidence) -> Statement:
    return {"relationship": tie.id, **said(tie, piece), "confidence": piece.confidence, "informant": piece.informant}


def _told(statements: list[Statement]) -> BasisRow:
    soft = sum(each["status"] not in FIRM for each in statements)
    cited = dict.fromkeys(" ".join(filter(None, (each["document"], each["locator"]))) for each in statements if each["document"])
    return {
        "statements": len(statements),
        "implied_statements": soft,
        "implied": soft / len(statements) if statements else None,
        "relationships": list(dict.fromkeys(each["relationship"] for each in statements)),
        "cited": sorted(cited),
    }


def _weigh(pieces: list[Evidence]) -> Support:
    implied = sum(piece.status not in FIRM for piece in pieces)
    return Support(len(pieces), implied, tuple(sorted({piece.document for piece in pieces if piece.document})))
