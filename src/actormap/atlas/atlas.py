"""One graph, ready to be asked: what `actormap.open` gives."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from actormap.analysis import evidence
from actormap.analysis.actor import profile as explain
from actormap.analysis.actor import salience
from actormap.analysis.actor.profile import Explanation
from actormap.analysis.actor.salience import Salience
from actormap.analysis.certainty import next_question as question
from actormap.analysis.certainty import ranking as centrality
from actormap.analysis.certainty.next_question import Question
from actormap.analysis.change import compare, timeline
from actormap.analysis.change.compare import Comparison
from actormap.analysis.change.timeline import Timeline
from actormap.analysis.cohesion import blocks, bridges, communities, cutpoints
from actormap.analysis.cohesion import core_periphery as core
from actormap.analysis.cohesion.blocks import Blocks
from actormap.analysis.cohesion.bridges import Bridges
from actormap.analysis.cohesion.core_periphery import Core
from actormap.analysis.composition import gaps
from actormap.analysis.evidence import Basis, Grounds
from actormap.analysis.groups import brokerage, collaboration, homophily, overlap
from actormap.analysis.groups.brokerage import Brokerage
from actormap.analysis.groups.collaboration import Collaboration
from actormap.analysis.groups.homophily import Homophily
from actormap.analysis.groups.overlap import Overlap
from actormap.analysis.key_players import group_centrality
from actormap.analysis.key_players import sets as keyplayers
from actormap.analysis.key_players.group_centrality import Group
from actormap.analysis.key_players.sets import KeyPlayers
from actormap.analysis.result import Result
from actormap.atlas.composing import Composing
from actormap.atlas.dataset import split
from actormap.model import lookup


@dataclass(frozen=True)
class Atlas(Composing):
    """One graph, ready to be asked: every answer is a named result with `to_frame()`. `Composing` has what is asked of one network."""

    def centrality(
        self,
        by: str | Sequence[str] = "degree",
        *,
        normalised: bool = True,
        top: int | None = None,
        by_kind: bool = False,
        certainty: Mapping[str, Any] | None = None,
        **options: Any,
    ) -> centrality.Ranking:
        """Return the nodes ranked by one or more measures; `options` are those of `view`.

        With `certainty`, the options of `analysis.certainty.estimate` (which may be empty), each row also has its rank, the interval it may
        lie in, and the chance that it is among the top.
        """
        view = self.view(**options)
        if certainty is None:
            return centrality.rank(view, by, normalised=normalised, top=top, by_kind=by_kind)
        return centrality.rank_with_certainty(view, by, normalised=normalised, top=top, by_kind=by_kind, **certainty)

    def cutpoints(self, **options: Any) -> cutpoints.Cutpoints:
        """Return whom the network cannot do without; `options` are those of `view`."""
        return cutpoints.find(self.view(**options))

    def bridges(self, **options: Any) -> Bridges:
        """Return the ties that nothing stands in for; `options` are those of `view`."""
        return bridges.find(self.view(**options))

    def blocks(self, **options: Any) -> Blocks:
        """Return the parts that no single loss can split; `options` are those of `view`."""
        return blocks.find(self.view(**options))

    def group(self, actors: Sequence[str] = (), network: str | None = None, *, m: int = 2, view: str = "actors", **options: Any) -> Group:
        """Return how central a group is as a whole: actors by id, name or alias, or without any the members of a network.

        The network is the one in focus unless another is named; `options` are those of `view`.
        """
        seen = self.view(view, **options)
        known = [self.snapshot.by_id[node] for node in seen.graph]
        chosen = [lookup.the("actor", actor, known) for actor in actors] or group_centrality.members_in(seen, self.network(network))
        return group_centrality.profile(seen, chosen, m)

    def communities(self, *, seed: int = 7, resolution: float = 1.0, runs: int = 0, **options: Any) -> communities.Communities:
        """Return who works closely together; `runs` more seeds tell how stable that is; `options` are those of `view`."""
        return communities.find(self.view(**options), seed=seed, resolution=resolution, runs=runs)

    def keyplayers(self, k: int = 1, objective: str = "distance_fragmentation", *, view: str = "actors", **options: Any) -> KeyPlayers:
        """Return the best sets of k actors, all of them if they are proven; `options` are those of `keyplayers.find` and `view`."""
        asked, chosen = split(options)
        return keyplayers.find(self.view(view, **chosen), k, objective, **asked)

    def brokers(self, by: str = "kind", *, view: str = "actors", seed: int = 7, **options: Any) -> Brokerage:
        """Return who links which groups (Gould-Fernandez); `options` are those of `view`."""
        return brokerage.find(self.view(view, **options), by, seed=seed)

    def homophily(self, by: str = "kind", *, view: str = "actors", seed: int = 7, **options: Any) -> Homophily:
        """Return whether ties stay inside groups (E-I index); `options` are those of `view`."""
        return homophily.find(self.view(view, **options), by, seed=seed)

    def core(self, *, view: str = "actors", seed: int = 7, **options: Any) -> Core:
        """Return who is the core and who the edge; `options` are those of `view`."""
        return core.find(self.view(view, **options), seed=seed)

    def overlap(self, **options: Any) -> Overlap:
        """Return which networks share which members; `options` are those of `view`."""
        return overlap.find(self.view(**options))

    def collaboration(self, *, view: str = "all", **options: Any) -> Collaboration:
        """Return how closely every two work together by what each says, and how far they differ; `options` are those of `view`."""
        return collaboration.find(self.view(view, **options))

    def question(self, measure: str = "degree", **options: Any) -> Question:
        """Return what would be most worth asking about who is among the top; `options` are those of `question.ask` and `view`."""
        asked, chosen = split(options)
        return question.ask(self.view(**chosen), measure, **asked)

    def compare(self, other: Atlas, by: str | Sequence[str] = "degree", **options: Any) -> Comparison:
        """Return what differs between this graph and another, such as the same at a later date; `options` as for `question`."""
        asked, chosen = split(options)
        return compare.compare(self.view(**chosen), other.view(**chosen), by, **asked)

    def timeline(self, by: str | Sequence[str] = ("degree", "betweenness"), *, top: int = 3, **options: Any) -> Timeline:
        """Return the network year by year; `options` are those of `view`."""
        view = options.pop("view", None) or self.default_view
        return timeline.trace(self.snapshot, self.vocabulary, view, by=by, top=top, selection=self.selection, **options)

    def explain(self, actor: str, by: Sequence[str] = ("degree", "betweenness"), **options: Any) -> Explanation:
        """Return all that is said of one actor, named by id, name or alias; `options` as for `question`."""
        asked, chosen = split(options)
        return explain.explain(self.view("affiliation", **chosen), self.vocabulary, actor, focal=self.focal, by=by, **asked)

    def evidence(self, result: Result) -> Basis:
        """Return what every row of a result of this graph rests on: how many statements, of which implied, and where they are found."""
        made = result.context.parameters.get("after") or result.context.parameters
        lift = made["lift"] or result.context.view == "all"
        return evidence.of(result, self.view(result.context.view, lift=lift, also=tuple(made["with"]), weighted=made["weighted"]))

    def gaps(self, network: str | None = None, **options: Any) -> gaps.Gaps:
        """Return what the sources show no sign of round a network, the focal one unless another is named."""
        return gaps.find(self.view("affiliation", **options), self.vocabulary, self.network(network))

    def salience(self, network: str | None = None, **options: Any) -> Salience:
        """Return who has power, interest, legitimacy and urgency, and of them who has a seat in a network, the focal one by default."""
        return salience.find(self.view("affiliation", **options), network or self.focal)

    def evidence_of(self, relationships: Iterable[str]) -> Grounds:
        """Return the statements of some relationships, whatever the date of the selection."""
        return evidence.of_relationships(self.narrowed(at=None, since=None, until=None).view("affiliation"), relationships)
