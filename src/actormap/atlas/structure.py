"""What may be asked of the shape of a graph: how it hangs together, and into what it parts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from actormap.atlas import analyses
from actormap.atlas.focus import Focused


class Structure(Focused):
    """A graph that answers about its shape; `options` are those of `view`."""

    def cutpoints(self, **options: Any) -> analyses.cutpoints.Cutpoints:
        """Return whom the network cannot do without."""
        return analyses.cutpoints.find(self.view(**options))

    def bridges(self, **options: Any) -> analyses.bridges.Bridges:
        """Return the ties that nothing stands in for."""
        return analyses.bridges.find(self.view(**options))

    def blocks(self, **options: Any) -> analyses.blocks.Blocks:
        """Return the parts that no single loss can split."""
        return analyses.blocks.find(self.view(**options))

    def communities(
        self, *, seed: int = 7, resolution: float = 1.0, runs: int | None = None, random_networks: int = 0, **options: Any
    ) -> analyses.communities.Communities:
        """Return who works closely together, the best of `runs` seeds, and what so many random networks would give."""
        view = self.view(**options)
        return analyses.communities.find(view, seed=seed, resolution=resolution, runs=runs, random_networks=random_networks)

    def core(self, *, view: str = "actors", seed: int = 7, **options: Any) -> analyses.core_periphery.Core:
        """Return who is the core and who the edge."""
        return analyses.core_periphery.find(self.view(view, **options), seed=seed)

    def cores(self, p: int | None = None, q: int | None = None, **options: Any) -> analyses.two_mode_cores.TwoModeCores:
        """Return the (p, q)-cores: actors that each take part in p venues, which q of these actors each take part in."""
        return analyses.two_mode_cores.find(self.view("affiliation", **options), p, q)

    def describe(
        self,
        by: str = "kind",
        *,
        view: str | None = None,
        lift: bool = True,
        also: tuple[str, ...] = (),
        weighted: bool | str = False,
        **options: Any,
    ) -> analyses.description.Description:
        """Return the network in figures; `options` are those of `description.describe`."""
        return analyses.description.describe(self.view(view, lift=lift, also=also, weighted=weighted), by, **options)

    def ratings(self, *, view: str = "all", **options: Any) -> analyses.ratings.Ratings:
        """Return how valuable each is to the collaboration and how far it is trusted, by what the others say of it (PARTNER)."""
        return analyses.ratings.find(self.view(view, **options))

    def ego(self, actor: str | None = None, **options: Any) -> analyses.ego.Ego:
        """Return the network round one actor, named by id, name or alias."""
        return analyses.ego.find(self.view(**options), self.actor(actor))

    def surroundings(self, named: str) -> analyses.surroundings.Surroundings:
        """Return what the sources say of a network, project, theme or actor, named by id, name or alias: who and what has to do with it."""
        return analyses.surroundings.find(self.view("all", lift=False), self.record(named))

    def cliques(self, least: int = 3, **options: Any) -> analyses.cliques.Cliques:
        """Return who all meet each other; in the affiliation view who meet at the same several venues."""
        return analyses.cliques.find(self.view(**options), least=least)

    def qap(
        self, relation: str, terms: Sequence[str] = (), same: Sequence[str] = (), *, permutations: int = 2000, seed: int = 7, **options: Any
    ) -> analyses.association.Association:
        """Return how far a relation between actors goes with others, and with being alike."""
        return analyses.association.find(self.view(**options), relation, terms, same, permutations=permutations, seed=seed)

    def similar(self, actor: str, **options: Any) -> analyses.equivalence.Similar:
        """Return who stands most like an actor, named by id, name or alias: whose ties go to the same."""
        return analyses.equivalence.similar(self.view(**options), self.actor(actor))

    def positions(
        self, equivalence: str = "structural", *, blocks: int | None = None, by: str | None = None, seed: int = 7, **options: Any
    ) -> analyses.equivalence.Positions:
        """Return the nodes in blocks of those that stand alike."""
        return analyses.equivalence.positions(self.view(**options), equivalence, blocks=blocks, by=by, seed=seed)
