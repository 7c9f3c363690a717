"""What a network does, what for, and where it is going: the fields function, purpose and direction."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from actormap.analysis.composition.requirements.conditions import THEME_TYPES
from actormap.analysis.composition.seated import tasks
from actormap.analysis.review.finding import OPEN, PLANNED, SAID, UNKNOWN, FiveFieldsRow, cited, finding, firmness, source
from actormap.graph.views import View
from actormap.model.ordering import alphabetical
from actormap.model.records import Node, Project, Relationship

DOES = ("reference_group_for", "disseminates_to", "reviews", "follows_up", "uses_method", "reports", "active_in")
LEADS_ON = ("succeeds", "starts", "follows_up")
OUT, IN = "out", "in"


def function(view: View, focal: str) -> Iterator[FiveFieldsRow]:
    """Yield what the network does, and what is done with it, from its relationships to projects, methods and other networks."""
    ties = [tie for tie in view.selected.structure if focal in (tie.source, tie.target)]
    told = False
    for kind in DOES:
        for way, mine in ((OUT, [t for t in ties if t.source == focal]), (IN, [t for t in ties if t.target == focal])):
            for firm, alike in _by_firmness([tie for tie in mine if tie.type == kind]):
                others = _names(view, [tie.target if way == OUT else tie.source for tie in alike])
                yield finding("function", "does", firm, cited(alike), type=kind, way=way, names=others)
                told = told or way == OUT
    for tie in ties:
        if tie.type == "connects" and tie.target == focal:
            beside = [t for t in view.selected.structure if t.type == "connects" and t.source == tie.source and t.target != focal]
            if beside:
                others = _names(view, [t.target for t in beside])
                yield finding("function", "connected", firmness(tie), cited([tie, *beside]), by=_named(view.node(tie.source)), names=others)
    if not told:
        yield finding("function", "does_nothing_said", UNKNOWN)
    if not any(tie.type == "uses_method" and tie.source == focal for tie in ties):
        yield finding("function", "no_method", UNKNOWN)
    yield finding("function", "no_meetings", UNKNOWN)
    yield finding("function", "ask_function", OPEN)


def purpose(view: View, focal: str) -> Iterator[FiveFieldsRow]:
    """Yield what the network is for: its purpose in the words of the data, and the themes it is said to work with."""
    network = next(each for each in view.snapshot.networks if each.id == focal)
    if network.purpose:
        yield finding("purpose", "purpose", SAID, source(network), text=network.purpose)
    else:
        yield finding("purpose", "no_purpose", UNKNOWN)
    works = [tie for tie in view.selected.structure if tie.source == focal and tie.type in THEME_TYPES]
    for firm, alike in _by_firmness([tie for tie in works if tie.type == "addresses"]):
        yield finding("purpose", "addresses", firm, cited(alike), names=_names(view, [tie.target for tie in alike]))
    kinds = {view.node(tie.target).kind for tie in works}
    if "target_group" not in kinds:
        yield finding("purpose", "no_target_group", UNKNOWN)
    yield finding("purpose", "no_goals", UNKNOWN)
    yield finding("purpose", "ask_purpose", OPEN)


def direction(view: View, focal: str) -> Iterator[FiveFieldsRow]:
    """Yield where the network is going: who succeeds or renews it, what is planned for it, and whether that is known to have come about."""
    known = [tie for tie in _of_documents(view) if not all(piece.status == "denied" for piece in tie.evidence)]
    about = [tie for tie in known if focal in (tie.source, tie.target)]
    followers = [tie for tie in about if tie.type == "succeeds" and tie.target == focal]
    for tie in followers:
        starters = [t for t in known if t.type == "starts" and t.target == tie.source]
        heirs, by = [_named(view.node(tie.source))], _names(view, [t.source for t in starters])
        planned = "_planned" if firmness(tie) == PLANNED else ""
        key = ("successor_of_project" if starters else "successor") + planned
        yield finding("direction", key, firmness(tie), cited([tie, *starters]), names=heirs, by=by)
    for tie in (t for t in about if t.type in LEADS_ON and t not in followers):
        way = OUT if tie.source == focal else IN
        other = tie.target if way == OUT else tie.source
        yield finding("direction", "does", firmness(tie), cited([tie]), type=tie.type, way=way, names=[_named(view.node(other))])
    for tie in (t for t in about if firmness(t) == PLANNED and t.type not in LEADS_ON):
        way = OUT if tie.source == focal else IN
        other = tie.target if way == OUT else tie.source
        yield finding("direction", "does", PLANNED, cited([tie]), type=tie.type, way=way, names=[_named(view.node(other))])
    posts = {tie.source for tie in tasks(view, focal) if view.node(tie.source).kind == "role"}
    for tie in (t for t in known if firmness(t) == PLANNED and t.target in posts):
        names = {"by": _named(view.node(tie.source)), "names": [view.node(tie.target).name]}
        yield finding("direction", "planned_for_post", PLANNED, cited([tie]), type=tie.type, way=OUT, **names)
    waiting = [tie.source for tie in followers if getattr(view.node(tie.source), "status", None) == "planned"]
    if waiting:
        yield finding("direction", "outcome", UNKNOWN, names=_names(view, waiting))
    if not followers:
        yield finding("direction", "no_successor", UNKNOWN)
    network = view.node(focal)
    if not getattr(network, "valid_from", None):
        yield finding("direction", "no_dates", UNKNOWN)
    yield finding("direction", "ask_outcome" if waiting else "ask_direction", OPEN, names=_names(view, waiting))


def _of_documents(view: View) -> Iterator[Relationship]:
    """Yield the relationships of every status that the view's documents speak of."""
    asked = view.parameters.get("documents", "all")
    chosen = None if asked == "all" else {d.id for d in view.snapshot.documents if d.id in asked or d.collection in asked}
    for tie in view.snapshot.relationships:
        evidence = tuple(piece for piece in tie.evidence if chosen is None or piece.document in chosen)
        if evidence:
            yield replace(tie, evidence=evidence)


def _by_firmness(ties: Sequence[Relationship]) -> Iterator[tuple[str, list[Relationship]]]:
    groups: dict[str, list[Relationship]] = {}
    for tie in ties:
        groups.setdefault(firmness(tie), []).append(tie)
    yield from sorted(groups.items(), key=lambda pair: ("said", "implied", "planned").index(pair[0]))


def _names(view: View, ids: Sequence[str]) -> list[str]:
    return sorted({_named(view.node(each)) for each in ids}, key=alphabetical)


def _named(node: Node) -> str:
    """Return a node's name, a project's with its years: what it does may be long past."""
    if not isinstance(node, Project) or not (node.start and node.end):
        return node.name
    years = dict.fromkeys((node.start[:4], node.end[:4]))
    return f"{node.name} ({'–'.join(years)})"
