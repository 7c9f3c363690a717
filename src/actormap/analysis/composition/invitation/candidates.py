"""Who may be invited to a network, and whom which rule takes out."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from actormap.analysis.composition.members import members, without_a_seat
from actormap.analysis.composition.nearness import far_away
from actormap.errors import UnknownName, UsageError, parameter
from actormap.graph.views import View
from actormap.model.invite_rules import InviteRules
from actormap.model.lookup import spellings
from actormap.model.records import Actor, ActorLike, Municipality

ANYONE = InviteRules()
NEVER = ("role", "group", "unit", "eu_fund")
RULES = ("never", "at_the_table", "excluded", "excluded_kind", "region", "no_tie", "workload")


@dataclass(frozen=True)
class Candidates:
    """Who may be invited, in the order of ids; whom each rule takes out, an actor under every rule that does; whose region is unknown."""

    eligible: tuple[str, ...]
    out: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    region_unknown: tuple[str, ...] = ()

    def rules_against(self, actor: str) -> tuple[str, ...]:
        """Return the rules that take an actor out."""
        return tuple(rule for rule, who in self.out.items() if actor in who)


def find(view: View, network: str, rules: InviteRules = ANYONE, include: Collection[str] = ()) -> Candidates:
    """Return who may be invited to a network; the view is `affiliation`.

    Candidates are analysed actors that are not members and have a tie in the view or are named as candidates; that are no role, group, unit
    or fund, own or coordinate nothing of the network, are not excluded, and whose region is one of those that may be; a municipality is out
    that lies far from the network (`nearness`). `include` overrides
    every rule. Units that stand as another actor are named among those who are never invited.
    Raises `UnknownName` for an actor or kind that does not exist, `UsageError` if a member is to be included.
    """
    _check(view, rules, include)
    inside, table = members(view, network), without_a_seat(view, network)
    if already := sorted(set(include) & inside):
        raise UsageError(
            f"{', '.join(view.node(each).name for each in already)} sits in the network already.",
            hint=f"Take it off {parameter('include')}.",
        )
    out: dict[str, list[str]] = {rule: [] for rule in RULES}
    eligible: list[str] = []
    unknown: list[str] = []
    far = far_away(view, network, rules.regions)
    for node in _outsiders(view, inside, rules, include):
        broken = _broken(node, view, rules, table, far)
        for rule in broken if node.id not in include else ():
            out[rule].append(node.id)
        if not broken or node.id in include:
            eligible.append(node.id)
            if rules.regions and isinstance(node, Actor) and not node.region:
                unknown.append(node.id)
    return Candidates(tuple(eligible), {rule: tuple(who) for rule, who in out.items() if who}, tuple(unknown))


def _outsiders(view: View, inside: Collection[str], rules: InviteRules, include: Collection[str]) -> list[ActorLike]:
    named = {*rules.candidates, *include}
    ids = sorted(named | view.selected.present)
    nodes = [view.snapshot.by_id[each] for each in ids if each not in inside]
    return [node for node in nodes if isinstance(node, Actor | Municipality)]


def _broken(node: ActorLike, view: View, rules: InviteRules, table: Collection[str], far: Collection[str]) -> tuple[str, ...]:
    kind = view.vocabulary.kind(node.node, node.kind)
    region = node.region if isinstance(node, Actor) else None
    takes_part = view.graph.degree(node.id) if node.id in view.graph else 0
    breaks = {
        "never": not kind.analysed or node.kind in NEVER,
        "at_the_table": node.id in table,
        "excluded": node.id in rules.exclude,
        "excluded_kind": node.kind in rules.exclude_kinds,
        "region": node.id in far or (bool(rules.regions) and region is not None and region not in rules.regions),
        "no_tie": node.id not in view.graph and node.id not in rules.candidates and kind.analysed and node.kind not in NEVER,
        "workload": rules.workload is not None and takes_part >= rules.workload,
    }
    return tuple(rule for rule in RULES if breaks[rule])


def _check(view: View, rules: InviteRules, include: Collection[str]) -> None:
    actors = [node for node in view.snapshot.nodes() if isinstance(node, Actor | Municipality)]
    known = {node.id for node in actors}
    for name in (*rules.candidates, *rules.exclude, *include):
        if name not in known:
            raise UnknownName("actor", name, (), offered=spellings(actors))
    kinds = {*view.vocabulary.kinds["actor"], *view.vocabulary.kinds["municipality"]}
    for name in rules.exclude_kinds:
        if name not in kinds:
            raise UnknownName("actor kind", name, kinds)
