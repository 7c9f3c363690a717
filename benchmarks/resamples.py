"""What it costs to rank a network again and again with statements left out, beside doing the same with plain networkx.

    python benchmarks/resamples.py [--nodes 300] [--resamples 500]

networkx is measured on a few of the same resamples and multiplied, and says so. That both give the same scores is checked on the way.
"""

from __future__ import annotations

import argparse
import platform
import random
import time

import networkx as nx
import numpy as np
import scipy
from networks import sentences, ties, view

from actormap.analysis.certainty import resamples
from actormap.analysis.certainty.rescoring import Rescorer
from actormap.analysis.certainty.statements import Statements

MEASURES = ("betweenness", "harmonic", "pagerank", "degree")
SAMPLE = 5


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure resamples of a generated network.")
    parser.add_argument("--nodes", type=int, default=300)
    parser.add_argument("--resamples", type=int, default=500)
    options = parser.parse_args()
    chance = random.Random(1)
    actors = options.nodes * 2 // 3
    pairs = with_everybody(
        ties("heavy-tailed", actors, options.nodes - actors, options.nodes * 5 // 2, chance), actors, options.nodes, chance
    )
    of = view(list(enumerate(sentences(pairs, chance))))
    print(f"{of.graph.number_of_nodes()} nodes, {of.graph.number_of_edges()} ties, {Statements.of(of).groups} statement groups")
    print(f"Python {platform.python_version()}, networkx {nx.__version__}, numpy {np.__version__}, scipy {scipy.__version__}")
    print(f"{options.resamples} resamples{'':<34}{'seconds':>9}{'ms each':>9}")
    told("all four", options.resamples, ours(of, MEASURES, options.resamples))
    for name in MEASURES:
        told(f"  {name}", options.resamples, ours(of, [name], options.resamples))
    told(f"networkx, all four (x from {SAMPLE})", options.resamples, theirs(of, options.resamples) * options.resamples / SAMPLE)


def with_everybody(pairs, actors: int, nodes: int, chance: random.Random):
    """Return the ties with one more for each actor and venue that has none."""
    venues = nodes - actors
    lone = [(a, chance.randrange(venues)) for a in sorted(set(range(actors)) - {a for a, _ in pairs})]
    empty = [(chance.randrange(actors), v) for v in sorted(set(range(venues)) - {v for _, v in pairs})]
    return sorted({*pairs, *lone, *empty})


def told(words: str, count: int, seconds: float) -> None:
    print(f"{words:<48}{seconds:>9.2f}{1000 * seconds / count:>9.2f}", flush=True)


def ours(of, names, count: int) -> float:
    begun = time.perf_counter()
    found = resamples.take(of, names, resamples=count, budget=None)
    assert found.done == count
    return time.perf_counter() - begun


def theirs(of, count: int) -> float:
    statements = Statements.of(of)
    rescorer = Rescorer(of, statements.nodes, statements.ties, MEASURES)
    plan = resamples.Plan.of(statements.groups, 0.1, count, 7)
    seconds = 0.0
    for lost, _ in zip(plan.draws(), range(SAMPLE), strict=False):
        alive = statements.without(lost)
        begun = time.perf_counter()
        graph = nx.Graph(pair for pair, here in zip(statements.ties, alive, strict=True) if here)
        found = {
            "betweenness": nx.betweenness_centrality(graph, normalized=False),
            "harmonic": nx.harmonic_centrality(graph),
            "pagerank": nx.pagerank(graph, tol=1e-12, max_iter=1000),
            "degree": dict(graph.degree()),
        }
        seconds += time.perf_counter() - begun
        scores, _ = rescorer.scores(alive)
        for name, values in found.items():
            own = dict(zip(statements.nodes, scores[name], strict=True))
            assert all(abs(own[node] - value) < 1e-8 for node, value in values.items()), name
    return seconds


if __name__ == "__main__":
    main()
