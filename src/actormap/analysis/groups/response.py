"""Who has answered: the share of the actors that have themselves told of some tie."""

from __future__ import annotations

from collections.abc import Iterator

from actormap.analysis.groups import ratings
from actormap.analysis.groups.collaboration import informants
from actormap.graph.views import View
from actormap.model.records import Actor, Municipality


def rate(view: View) -> float | None:
    """Return the response rate: how many of the actors have answered, those included that nobody has a tie with; None if nobody has.

    An actor has answered if a statement of the view names it as its informant, if it rates others (`ratings`), or if a tie that is said
    alike both ways, as contact is, leads from it where ties have a direction: in such data each names others. What is known of the others
    comes from somebody else, which is where ties are missing (Kossinets 2006).
    """
    there = {node for node in view.isolates if isinstance(view.node(node), Actor | Municipality)} | set(view.actors)
    spoken = there & set(_spoken(view))
    return len(spoken) / len(there) if spoken else None


def _spoken(view: View) -> Iterator[str]:
    knows, lifted, arcs = informants(view.snapshot), view.lifted, view.arcs
    yield from (lifted.get(each["rater"], each["rater"]) for each in ratings.given(view))
    for tie in view.ties_of(*view.actors):
        source, target = lifted.get(tie.source, tie.source), lifted.get(tie.target, tie.target)
        if (source, target) in arcs and not view.vocabulary.type(tie.type).directed:
            yield source
        for piece in tie.evidence:
            if who := knows(piece.informant):
                yield lifted.get(who, who)
