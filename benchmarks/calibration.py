"""How often a rank interval holds the true rank, on generated networks of which a tenth of the statements is hidden.

    python benchmarks/calibration.py [--networks 20] [--resamples 200] [--seed 1000]
    python benchmarks/calibration.py --chances [--hidden 0.2] [--supposed 0.1]

With --chances: of those who are told to be among the first k with a chance in each tenth of the scale, how many truly are (k of 3 and 5,
those who tie across the edge sharing what is left), as the chance told less the share that holds: of actors by measure and by family, and
of venues. What is supposed to be missing is what is hidden, unless --supposed says otherwise. "left out" is the same for the bare share of
trials that leave statements out and add nothing.

The truth is a whole generated network. A tenth of its statement groups is hidden; what is left is what a user would have. The intervals
of its actors are counted from it alone, and the true rank is that among the same actors in the whole network. Nine intervals in ten should
hold it. "plain" is the 5th to 95th percentile of the resampled ranks without their mirror images. That intervals are mirrored was decided
on networks of other seeds than these.
"""

from __future__ import annotations

import argparse
import random
from collections import defaultdict
from collections.abc import Iterator

import numpy as np
from networks import FAMILIES, sentences, ties, view

from actormap.analysis.centrality import measures, ranks
from actormap.analysis.certainty import resamples
from actormap.graph.attributes import ACTOR, VENUE

SIZES = ((26, 10, 44), (60, 25, 130), (120, 60, 300))  # actors, venues, ties; the first is that of GRIA
HIDDEN = 0.1
FIRST = 5
LED = ("degree", "betweenness", "harmonic")
Hits = np.ndarray


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure how often intervals hold the true rank.")
    parser.add_argument("--networks", type=int, default=20, help="of each family and size")
    parser.add_argument("--resamples", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1000)
    parser.add_argument("--measures", default=",".join(measures.MEASURES))
    parser.add_argument("--chances", action="store_true", help="measure the chances to be among the first instead")
    parser.add_argument("--hidden", type=float, default=HIDDEN, help="share of the statements hidden, with --chances")
    parser.add_argument("--supposed", type=float, help="share supposed to be hidden, with --chances; the true one unless given")
    options = parser.parse_args()
    if options.chances:
        deciles(options.networks, options.resamples, options.seed, options.hidden, options.supposed or options.hidden)
        return
    names = options.measures.split(",")
    held: dict[tuple[str, str], list[Hits]] = defaultdict(list)
    for family in FAMILIES:
        for actors, venues, number in SIZES:
            for turn in range(options.networks):
                chance = random.Random(f"{options.seed} {family} {actors} {turn}")
                for name, found in one(family, actors, venues, number, chance, names, options.resamples):
                    held[family, name].append(found)
    print(f"{options.networks} networks of each family and size, {options.resamples} resamples, seed {options.seed}")
    print(f"sizes (actors, venues, ties): {', '.join(map(str, SIZES))}; per cent of actors whose interval holds the true rank")
    print(f"{'':<16}{''.join(f'{family:>14}' for family in FAMILIES)}{'all':>8}{f'first {FIRST}':>9}{'plain':>8}{'width':>8}")
    for name in names:
        cells = [np.concatenate(held[family, name]) for family in FAMILIES]
        every = np.concatenate(cells)
        first = every[every[:, 3] <= FIRST]
        shares = [f"{100 * cell[:, 0].mean():>14.1f}" for cell in cells]
        total = f"{100 * every[:, 0].mean():>8.1f}{100 * first[:, 0].mean():>9.1f}{100 * every[:, 1].mean():>8.1f}"
        print(f"{name:<16}{''.join(shares)}{total}{every[:, 2].mean():>8.2f}", flush=True)
    print("width: of the interval, as a share of all ranks (mean)")


def one(
    family: str, actors: int, venues: int, number: int, chance: random.Random, names: list[str], count: int
) -> Iterator[tuple[str, Hits]]:
    """Yield by measure an actor a row: whether its interval holds the true rank, whether the plain one does, its width, its rank."""
    said = list(enumerate(sentences(ties(family, actors, venues, number, chance), chance)))
    hidden = set(chance.sample(range(len(said)), max(1, round(HIDDEN * len(said)))))
    whole, known = view(said), view([sentence for sentence in said if sentence[0] not in hidden])
    found = resamples.take(known, names, resamples=count, seed=chance.randrange(1 << 30), budget=None)
    size = len(known.actors)
    for name in names:
        scores = measures.measure(name).score(whole, True)
        true = np.array(list(ranks.of({actor: scores[actor] for actor in known.actors}).values()))
        sampled = found.by_measure[name]
        side = np.arange(len(sampled.nodes)) < size
        low, high = sampled.interval(side)
        plain = np.percentile(sampled.ranks[:, side], (5, 95), axis=0)
        yield name, np.column_stack([holds(low, true, high), holds(plain[0], true, plain[1]), (high - low) / size, sampled.observed[side]])


def deciles(networks: int, count: int, seed: int, share: float, supposed: float) -> None:
    """Print for each measure and family how far chances lie from what holds, tenth by tenth."""
    found: dict[tuple[str, str], list[Hits]] = defaultdict(list)
    for family in FAMILIES:
        for actors, venues, number in SIZES:
            for turn in range(networks):
                chance = random.Random(f"{seed} {family} {actors} {turn} chances {share}")
                for name, side, table in told(family, actors, venues, number, chance, count, share, supposed):
                    rows = (name, family, "all") if side == ACTOR else (f"venues, {family}", "venues, all")
                    for kind, column in (("chance", 0), ("left out", 1)):
                        for row in rows:
                            found[kind, row].append(table[:, [column, 2]])
    print(f"{networks} networks of each family and size, {count} trials, seed {seed}, {share:.0%} hidden, {supposed:.0%} supposed")
    print("chance told less the share that holds, and of how many; with a * what lies beyond .07 and two standard errors of nought")
    print(f"{'':<31}" + "".join(f"{f'{tenth}0-{tenth + 1}0':>13}" for tenth in range(10)))
    for (kind, name), tables in sorted(found.items()):
        every = np.concatenate(tables)
        tenth = np.minimum((every[:, 0] * 10).astype(int), 9)
        cells = []
        for number in range(10):
            of = every[tenth == number]
            off = of[:, 0].mean() - of[:, 1].mean() if len(of) else 0.0
            error = of[:, 1].std() / len(of) ** 0.5 if len(of) else 0.0
            cells.append(f"{off:+.2f}{'*' if abs(off) > max(0.07, 2 * error) else ''} ({len(of)})" if len(of) else "-")
        print(f"{kind:<9}{name:<22}" + "".join(f"{cell:>13}" for cell in cells), flush=True)


def told(
    family: str, actors: int, venues: int, number: int, chance: random.Random, count: int, share: float, supposed: float
) -> Iterator[tuple[str, str, Hits]]:
    """Yield by measure and side a node a row, for k of 3 and 5: the chance told, the share of trials, and its true share of the places."""
    said = list(enumerate(sentences(ties(family, actors, venues, number, chance), chance)))
    hidden = set(chance.sample(range(len(said)), max(1, round(share * len(said)))))
    whole, known = view(said), view([sentence for sentence in said if sentence[0] not in hidden])
    taken = resamples.take(known, LED, resamples=count, share=supposed, seed=chance.randrange(1 << 30), budget=None)
    for name, sampled in taken.by_measure.items():
        scores = measures.measure(name).score(whole, True)
        for side, names in ((ACTOR, known.actors), (VENUE, known.venues)):
            own = np.isin(sampled.nodes, names)
            true = ranks.places(np.array([scores[node] for node in names], dtype=float), np.ones(len(names), dtype=bool))
            for first in (3, 5):
                left = ranks.among(sampled.ranks[:, own], sampled.better[:, own], first).mean(axis=0)
                yield name, side, np.column_stack([sampled.chances(first)[own], left, ranks.among(*true, first)])


def holds(low: Hits, true: Hits, high: Hits) -> Hits:
    return (low - 0.006 <= true) & (true <= high + 0.006)  # intervals are told to two decimals


if __name__ == "__main__":
    main()
