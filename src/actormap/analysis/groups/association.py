"""Whether one relation goes with others, or with being alike, more than chance: QAP correlation and regression.

Pairs of actors are no independent observations, so whole actors are permuted and not pairs (Krackhardt 1988, Social Networks 10). With
several relations each is tested by double semi-partialling (Dekker, Krackhardt & Snijders 2007, Psychometrika 72): what the others do not
tell of it is permuted, and its t value is compared with those that come of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from random import Random
from typing import Any, ClassVar, TypedDict

import numpy as np

from actormap.analysis.groups import partitions
from actormap.analysis.result import Context, Result
from actormap.errors import UnknownName, UsageError, parameter
from actormap.graph.attributes import TIES
from actormap.graph.distances import Floats, Ints
from actormap.graph.matrices import contacts
from actormap.graph.views import View
from actormap.model.records import Actor, Municipality, Relationship

PERMUTATIONS = 2000
CONTACTS = "contacts"
NO_SPREAD, COLLINEAR = "no_spread", "collinear"
TINY = 1e-9


class AssociationRow(TypedDict):
    """A row of `Association`."""

    term: str
    coefficient: float | None
    standardised: float | None
    t: float | None
    lower: float | None
    upper: float | None
    p: float | None


@dataclass(frozen=True)
class Association(Result[AssociationRow]):
    """The relations that are to explain another, in the order asked, then the columns in which to be alike.

    A row has `term`, its `coefficient` in a regression on all of them, that in standard deviations (`standardised`), its `t` value, and how
    rare it is: `lower` and `upper` are the shares of the permutations with as low and as high a t value, `p` that with one as far from 0,
    the one observed counted among them. `correlation` is Pearson's if there is one term only. `explained` is the share of the variance that
    all tell together, `nodes` and `pairs` what was compared, `unknown` the actors left out because their group is not known.
    """

    name: ClassVar[str] = "qap"
    by_strength: ClassVar[bool] = True
    about: ClassVar[tuple[str, ...]] = ("term",)
    header: ClassVar[tuple[str, ...]] = tuple(AssociationRow.__annotations__)

    correlation: float | None = None
    explained: float | None = None
    nodes: int = 0
    pairs: int = 0
    unknown: int = 0

    def figures(self) -> Mapping[str, Any]:
        """Return the correlation, what all terms explain together, and what was compared."""
        first = {"correlation": self.correlation} if len(self.rows) == 1 else {}
        return {**first, **{name: getattr(self, name) for name in ("explained", "nodes", "pairs", "unknown")}}

    def rests_on(self, row: AssociationRow, view: View) -> Iterable[Relationship]:
        """Return the relationships of the relation that is explained and, if the row is of one, of that relation."""
        wanted = {self.context.parameters["relation"], row["term"]}
        made = {name for node in view.graph for about in view.graph.adj[node].values() for name in about[TIES]}
        return [tie for tie in view.selected.relationships if tie.type in wanted or (CONTACTS in wanted and tie.id in made)]


def find(
    view: View,
    relation: str,
    terms: Sequence[str] = (),
    same: Sequence[str] = (),
    *,
    permutations: int = PERMUTATIONS,
    seed: int = 7,
) -> Association:
    """Return how far a relation between actors goes with others (`terms`) and with being of the same group (`same`).

    A relation is a type of relationship: two actors are as close in it as the number of venues that both are tied to by it, and one more
    for a relationship between them, whatever its direction; or `contacts`, who is in contact with whom in the view. `same` are groupings of
    `partitions.of`. Compared are the actors that have any of the relations and whose groups are known.
    Raises `UnknownName` for a relation or grouping that is not there, `UsageError` if there is nothing or nobody to compare.
    """
    if not (terms or same):
        raise UsageError(
            "There is nothing to compare the relation with.",
            hint=f"Name another relation, or a column with {parameter('same')}, such as kind.",
        )
    found = {name: _relation(view, name) for name in dict.fromkeys((relation, *terms))}
    everybody = sorted({node for pairs in found.values() for pair in pairs for node in pair})
    groups = {name: partitions.of(view, name, seed=seed) for name in dict.fromkeys(same)}
    actors = [node for node in everybody if all(each.get(node) is not None for each in groups.values())]
    if len(actors) < 4:
        raise UsageError(
            f"It takes four actors to compare relations, and there are {len(actors)}.", hint="Name relations that more actors have."
        )
    columns = {name: _matrix(pairs, actors) for name, pairs in found.items() if name in terms or name == relation}
    alike = {f"same {name}": _alike(each, actors) for name, each in groups.items()}
    explaining = {**{name: columns[name] for name in dict.fromkeys(terms)}, **alike}
    rows, correlation, explained = regress(columns[relation], explaining, permutations=permutations, seed=seed)
    missing = {name for row in rows for name, value in row.items() if value is None}
    context = Context.of(view, relation=relation, terms=list(terms), same=list(same), permutations=permutations, seed=seed)
    return Association(
        context,
        rows,
        undefined=dict.fromkeys(sorted(missing), COLLINEAR),
        correlation=correlation,
        explained=explained,
        nodes=len(actors),
        pairs=len(actors) * (len(actors) - 1) // 2,
        unknown=len(everybody) - len(actors),
    )


def regress(
    relation: Floats, terms: Mapping[str, Floats], *, permutations: int = PERMUTATIONS, seed: int = 7
) -> tuple[tuple[AssociationRow, ...], float | None, float | None]:
    """Return a row for each term, the correlation if there is one only, and the share of the variance explained; matrices are symmetric."""
    n = len(relation)
    above = np.triu_indices(n, 1)
    y = relation[above]
    values = np.array([matrix[above] for matrix in terms.values()])
    orders = [np.array(order) for order in _orders(n, permutations, seed)]
    rows = tuple(_row(name, place, y, values, orders, above) for place, name in enumerate(terms))
    design = np.column_stack([np.ones_like(y), *values])
    rest = y - design @ np.linalg.lstsq(design, y, rcond=None)[0]
    spread = float(((y - y.mean()) ** 2).sum())
    explained = 1 - float((rest**2).sum()) / spread if spread > TINY else None
    one = values[0]
    correlation = float(np.corrcoef(y, one)[0, 1]) if len(values) == 1 and spread > TINY and one.std() > TINY else None
    return rows, correlation, explained


def _row(name: str, place: int, y: Floats, values: Floats, orders: Sequence[Ints], above: tuple[Ints, Ints]) -> AssociationRow:
    others = np.column_stack([np.ones_like(y), *np.delete(values, place, axis=0)])
    basis, sizes, _ = np.linalg.svd(others, full_matrices=False)
    basis = basis[:, sizes > TINY * sizes[0]]  # columns that tell the same count once
    own, told = _left(values[place], basis), _left(y, basis)
    degrees = len(y) - basis.shape[1] - 1
    if np.linalg.norm(own) < TINY * max(1.0, float(np.linalg.norm(values[place]))) or np.linalg.norm(told) < TINY or degrees < 1:
        return {"term": name, "coefficient": None, "standardised": None, "t": None, "lower": None, "upper": None, "p": None}
    n = int(above[1].max()) + 1
    matrix = np.zeros((n, n))
    matrix[above] = own
    matrix += matrix.T
    t = _t(own, told, degrees)
    drawn = np.array([_t(_left(matrix[np.ix_(order, order)][above], basis), told, degrees) for order in orders])
    slack, of = TINY * max(1.0, abs(t)), 1 + len(drawn)
    coefficient = float(own @ told / (own @ own))
    return {
        "term": name,
        "coefficient": coefficient,
        "standardised": coefficient * float(values[place].std() / y.std()),
        "t": t,
        "lower": float(1 + (drawn <= t + slack).sum()) / of,
        "upper": float(1 + (drawn >= t - slack).sum()) / of,
        "p": float(1 + (abs(drawn) >= abs(t) - slack).sum()) / of,
    }


def _left(values: Floats, basis: Floats) -> Floats:
    """Return what is left of some values when what a basis tells of them is taken away."""
    found: Floats = values - basis @ (basis.T @ values)
    return found


def _t(one: Floats, other: Floats, degrees: int) -> float:
    """Return the t value of the partial correlation of what is left of two."""
    size = float(np.linalg.norm(one) * np.linalg.norm(other))
    r = float(one @ other) / size if size > TINY else 0.0
    return r * float(np.sqrt(degrees / max(1 - r * r, 1e-15)))


def _orders(n: int, permutations: int, seed: int) -> Iterable[list[int]]:
    chance = Random(seed)  # noqa: S311  (a permutation is no secret)
    for _ in range(permutations):
        yield chance.sample(range(n), n)


Pairs = dict[tuple[str, str], float]


def _relation(view: View, name: str) -> Pairs:
    """Return how close every two actors are in a relation, those that are at all; a unit stands under what it is lifted to."""
    if name == CONTACTS:
        order, ties = list(view.graph), contacts(view).tocoo()
        actors = set(view.actors)
        found = zip(ties.row.tolist(), ties.col.tolist(), ties.data.tolist(), strict=True)
        return {(order[a], order[b]): value for a, b, value in found if a < b and order[a] in actors and order[b] in actors}
    used = sorted({tie.type for tie in view.selected.relationships})
    if name not in used:
        raise UnknownName("relation", name, (CONTACTS, *used))
    present: dict[str, set[str]] = {}
    pairs: Pairs = {}
    for tie in view.selected.relationships:
        if tie.type != name:
            continue
        one, other = (view.lifted.get(end, end) for end in (tie.source, tie.target))
        if _acts(view, one) and _acts(view, other) and one != other:
            pairs[min(one, other), max(one, other)] = 1.0
        elif _acts(view, one):
            present.setdefault(other, set()).add(one)
    for actors in present.values():
        for pair in combinations(sorted(actors), 2):
            pairs[pair] = pairs.get(pair, 0.0) + 1
    return pairs


def _acts(view: View, node_id: str) -> bool:
    node = view.snapshot.by_id[node_id]
    return isinstance(node, Actor | Municipality) and view.vocabulary.kind(node.node, node.kind).analysed


def _matrix(pairs: Pairs, actors: Sequence[str]) -> Floats:
    place = {actor: i for i, actor in enumerate(actors)}
    matrix = np.zeros((len(actors), len(actors)))
    for (a, b), value in pairs.items():
        if a in place and b in place:
            matrix[place[a], place[b]] = matrix[place[b], place[a]] = value
    return matrix


def _alike(groups: Mapping[str, str | None], actors: Sequence[str]) -> Floats:
    of = np.array([groups[actor] for actor in actors])
    found: Floats = (of[:, None] == of[None, :]).astype(float)
    np.fill_diagonal(found, 0)
    return found
