"""Post, not person: which relationships rest on one post, and what is left when a post is vacant.

A post is either an actor of kind `role`, which holds a task in a network or project, or the `role` through which an organisation takes
part. A relationship is *single-point* when no other carries the same: for a role's task, when no other role has it in that network or
project (the named question carried_by_one_post); for an organisation's part, when it takes part there in no other way.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import ClassVar, TypedDict

from actormap.analysis.change.sunset.losses import contacts
from actormap.analysis.citations import Citation, Citations
from actormap.analysis.composition.members import members
from actormap.analysis.queries.scope import TAKING_PART, QuestionScope, is_venue
from actormap.analysis.queries.seats import carried_by_one_post
from actormap.analysis.result import Context, Result
from actormap.errors import UnknownName
from actormap.graph.dataset import Dataset
from actormap.graph.views import View
from actormap.model.lookup import folded
from actormap.model.ordering import alphabetical
from actormap.model.records import Relationship

BRIEF = ("post", "source_name", "target_name", "single_point", "evidence")


class Rest(TypedDict):
    """A relationship and the post that it rests on."""

    post: str
    source: str
    source_name: str
    type: str
    target: str
    target_name: str
    single_point: bool
    others: list[str]


class PostsRow(Rest, Citation):
    """A row of `Posts` and of `Vacancy`."""


@dataclass(frozen=True)
class Posts(Result[PostsRow]):
    """The single-point relationships, by post, then by the network or project.

    A row has `post` (a role's name), `source` and `source_name` (the role itself, or the organisation that it stands in), `type`,
    `target`, `target_name`, `single_point`, `others` (names of organisations with the same task there), and what `Citations.cite` gives.
    """

    name: ClassVar[str] = "posts"
    header: ClassVar[tuple[str, ...]] = tuple(PostsRow.__annotations__)
    brief: ClassVar[tuple[str, ...]] = BRIEF


@dataclass(frozen=True)
class Vacancy(Result[PostsRow]):
    """All that rests on one post, those relationships first that nothing else carries. Rows are those of `Posts`.

    `losses` counts what goes with them: `single_points`, and `ties`, `contacts` (pairs of actors that share no venue any more) and `seats`
    of the network in focus.
    """

    name: ClassVar[str] = "vacancy"
    header: ClassVar[tuple[str, ...]] = tuple(PostsRow.__annotations__)
    brief: ClassVar[tuple[str, ...]] = BRIEF

    post: str = ""
    losses: dict[str, int | None] = field(default_factory=dict)

    def figures(self) -> dict[str, int | None]:
        """Return how much goes with the post."""
        return self.losses


def single_points(view: View) -> Posts:
    """Return every relationship with a network or project that rests on one post, in what the view's selection keeps."""
    found = _Posts(view)
    return Posts(Context.of(view), tuple(found.rows(tie for tie in found.resting() if found.is_single(tie))))


def vacant(dataset: Dataset, role: str, *, focal: str | None = None) -> Vacancy:
    """Return what rests on a post, named by the id, name or alias of a role or by the role through which organisations take part.

    Raises `UnknownName` if the data has no such post.
    """
    snapshot, view = dataset.snapshot, dataset.view("affiliation")
    found = _Posts(view)
    known: dict[str, set[str]] = {}
    for tie in found.resting():
        for name in found.names(tie):
            known.setdefault(folded(name), set()).add(tie.id)
    if folded(role) not in known:
        raise UnknownName("post", role, {name for tie in found.resting() for name in found.names(tie)})
    ties = [tie for tie in found.resting() if tie.id in known[folded(role)]]
    lost = {tie.id for tie in ties if found.is_single(tie)}
    without = replace(snapshot, relationships=tuple(tie for tie in snapshot.relationships if tie.id not in lost))
    after = replace(dataset, snapshot=without).view("affiliation")
    rows = sorted(found.rows(ties), key=lambda row: not row["single_point"])
    losses = {
        "single_points": len(lost),
        "ties": view.graph.number_of_edges() - after.graph.number_of_edges(),
        "contacts": len(contacts(view).keys() - contacts(after).keys()),
        "seats": len(members(view, focal) - members(after, focal)) if focal else None,
    }
    return Vacancy(Context.of(view, post=role, network=focal), tuple(rows), post=found.post(ties[0]), losses=losses)


class _Posts:
    """The relationships of a view's selection that rest on a post."""

    def __init__(self, view: View) -> None:
        self.view, self.nodes = view, view.snapshot.by_id
        self.grounds = Citations(view)
        self.ties = view.selected.relationships
        kept = QuestionScope(replace(view.snapshot, relationships=self.ties))
        self.alone = {(row["id"], row["type"], row["venue"]) for row in carried_by_one_post(kept)}
        self.ways: dict[tuple[str, str], int] = {}
        for tie in self._of_venues():
            self.ways[tie.source, tie.target] = self.ways.get((tie.source, tie.target), 0) + 1

    def resting(self) -> list[Relationship]:
        """Return the relationships with a network or project that a role holds or that somebody takes part in through a role."""
        found = [tie for tie in self._of_venues() if self._is_role(tie) or (tie.role and tie.type in TAKING_PART)]
        return sorted(found, key=lambda tie: [*map(alphabetical, (self.post(tie), *self._ends(tie))), tie.type, tie.id])

    def is_single(self, tie: Relationship) -> bool:
        """Return whether nothing else carries what a relationship does."""
        if self._is_role(tie):
            return (tie.source, tie.type, tie.target) in self.alone
        return self.ways[tie.source, tie.target] == 1

    def post(self, tie: Relationship) -> str:
        """Return the name of the post that a relationship rests on."""
        return self.nodes[tie.source].name if self._is_role(tie) else tie.role or ""

    def names(self, tie: Relationship) -> Collection[str]:
        """Return every name of that post."""
        node = self.nodes[tie.source]
        return {node.id, node.name, *getattr(node, "aliases", ())} if self._is_role(tie) else {tie.role or ""}

    def rows(self, ties: Iterable[Relationship]) -> Iterator[PostsRow]:
        """Yield a row for each of some relationships."""
        for tie in ties:
            source, target = self._ends(tie)
            yield {
                "post": self.post(tie),
                "source": tie.source,
                "source_name": source,
                "type": tie.type,
                "target": tie.target,
                "target_name": target,
                "single_point": self.is_single(tie),
                "others": self._others(tie),
                **self.grounds.cite([tie.id]),
            }

    def _others(self, tie: Relationship) -> list[str]:
        if not self._is_role(tie):
            return []
        same = {each.source for each in self.ties if (each.type, each.target) == (tie.type, tie.target) and each.source != tie.source}
        return sorted((self.nodes[each].name for each in same), key=alphabetical)

    def _of_venues(self) -> Iterator[Relationship]:
        return (tie for tie in self.ties if is_venue(self.nodes[tie.target]) and not is_venue(self.nodes[tie.source]))

    def _is_role(self, tie: Relationship) -> bool:
        return self.nodes[tie.source].kind == "role"

    def _ends(self, tie: Relationship) -> tuple[str, str]:
        return self.nodes[tie.source].name, self.nodes[tie.target].name
