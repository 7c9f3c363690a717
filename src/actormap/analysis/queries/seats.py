"""Who sits in networks, with whom, and what hangs on one post."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from actormap.analysis.queries.scope import TAKING_PART, QuestionScope, Row, is_actor, is_venue, named, types


def who_sits_in_both(kept: QuestionScope, first: str, second: str) -> Iterator[Row]:
    """Yield the actors with a seat in both networks."""
    one, other = kept.seats(first), kept.seats(second)
    for actor in one:
        if actor in other:
            yield named(kept.nodes[actor]) | {"in_first": types(one[actor]), "in_second": types(other[actor])}


def members_of(kept: QuestionScope, network: str) -> Iterator[Row]:
    """Yield the actors with a seat in the network."""
    for actor, ties in kept.seats(network).items():
        since = min((tie.valid_from for tie in ties if tie.valid_from is not None), default=None)
        statements = sum(len(kept.counted(tie)) for tie in ties)
        yield named(kept.nodes[actor]) | {"seats": types(ties), "since": since, "statements": statements}


def could_link(kept: QuestionScope, first: str, second: str, left_out: Collection[str]) -> Iterator[Row]:
    """Yield the actors who sit in neither network and share a third network or a project with members of both."""
    one, other = set(kept.seats(first)), set(kept.seats(second))
    venues: dict[str, set[str]] = {}
    present: dict[str, set[str]] = {}
    for tie in kept.of_types(TAKING_PART):
        if is_actor(kept.nodes[tie.source]) and is_venue(kept.nodes[tie.target]) and tie.target not in (first, second):
            venues.setdefault(tie.source, set()).add(tie.target)
            present.setdefault(tie.target, set()).add(tie.source)
    for actor in venues.keys() - one - other:
        node = kept.nodes[actor]
        met = {someone for venue in venues[actor] for someone in present[venue]}
        if met & one and met & other and node.kind not in left_out:
            yield named(node) | {"of_first": len(met & one), "of_second": len(met & other)}


def carried_by_one_post(kept: QuestionScope) -> Iterator[Row]:
    """Yield the posts that alone have a task in a network or project."""
    holders: dict[tuple[str, str], set[str]] = {}
    for tie in kept.ties:
        if is_actor(kept.nodes[tie.source]) and kept.nodes[tie.source].kind == "role" and is_venue(kept.nodes[tie.target]):
            holders.setdefault((tie.target, tie.type), set()).add(tie.source)
    for (venue, task), posts in holders.items():
        if len(posts) == 1:
            (post,) = posts
            where = kept.nodes[venue]
            yield {
                "id": post,
                "name": kept.nodes[post].name,
                "type": task,
                "venue": venue,
                "venue_name": where.name,
                "venue_kind": where.kind,
            }
