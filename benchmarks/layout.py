"""Print how long layouts take by size, how much of the frame they fill, and how many neighbours stay neighbours.

`filled`: the share of the frame's cells, a fifteenth of its height each, with a node in them or beside them. `kept`: of each node's
five nearest nodes on the map, the share that it has a tie with or shares a neighbour with. Processor seconds, so that other work on the
machine counts less.
"""

from __future__ import annotations

import random
import sys
import time

import networkx as nx
import numpy as np
from scipy.ndimage import binary_dilation
from scipy.spatial import cKDTree

from actormap.graph.views import build
from actormap.i18n import LANGUAGES, Texts
from actormap.map.data import edges, nodes
from actormap.map.layout import inputs, registry
from actormap.map.layout.layout import LANDSCAPE, PORTRAIT
from actormap.model.records import Actor, Evidence, Network, Project, Relationship, Snapshot
from actormap.model.vocabulary import Vocabulary

SIZES = (300, 2_000, 10_000, 50_000)
CIRCLE = 120
VOCABULARY = Vocabulary.load()
TEXTS = tuple(map(Texts.load, LANGUAGES))


def snapshot(number, seed=7):
    """Return so many nodes, two fifths of them venues, two and a half ties each, most of them within circles of a hundred or so."""
    dice = random.Random(seed)
    circles = max(3, number // CIRCLE)
    venues = [(Network, "network", i) if i % 3 else (Project, "project", i) for i in range(number * 2 // 5)]
    records = [cls(id=f"v{i:05}", name=f"Nätverket för samverkan {i}", kind=kind) for cls, kind, i in venues]
    actors = [Actor(id=f"a{i:05}", name=f"Föreningen Framåt {i}", kind="civil_society") for i in range(number - len(records))]
    home = [dice.randrange(circles) for _ in records]
    inside = [[i for i, circle in enumerate(home) if circle == own] for own in range(circles)]
    pairs = set()
    for actor in actors:
        own = inside[dice.randrange(circles)] or [0]
        for _ in range(min(8, 1 + int(dice.paretovariate(1.2)))):
            place = own[int(len(own) * dice.random() ** 2)] if dice.random() < 0.9 else dice.randrange(len(records))
            pairs.add((actor.id, records[place].id))
    ties = [Relationship(source=a, type="member_of", target=v, evidence=(Evidence(),)) for a, v in sorted(pairs) if records]
    return Snapshot.of([*records, *actors], [replace_type(tie, records) for tie in ties])


def replace_type(tie, records):
    kind = type(records[int(tie.target[1:])])
    return tie if kind is Network else Relationship(source=tie.source, type="participates_in", target=tie.target, evidence=tie.evidence)


def circles_of(given):
    """Return groups quickly: components of what is left when ties between circles are not told; here by label propagation."""
    view = build(given, VOCABULARY, "affiliation", lift=False)
    found = nx.community.asyn_lpa_communities(view.graph, seed=7)
    ordered = sorted(map(sorted, found))
    return {node: place for place, members in enumerate(ordered) for node in members}


def filled(layout):
    points = np.array(list(layout.positions.values()))
    cell = layout.frame.height / 15
    across, down = int(layout.frame.width // cell) + 1, 16
    grid = np.zeros((across, down), dtype=bool)
    inside = points[(points >= 0).all(axis=1) & (points <= [layout.frame.width, layout.frame.height]).all(axis=1)]
    grid[tuple((inside // cell).astype(int).T)] = True
    return binary_dilation(grid)[:, :15].mean()


def kept(layout, graph):
    ids = list(layout.positions)
    points = np.array([layout.positions[node] for node in ids])
    chosen = range(0, len(ids), max(1, len(ids) // 500))
    near = cKDTree(points).query(points[list(chosen)], k=6)[1][:, 1:]
    hits = [
        ids[b] in graph[ids[a]] or bool(set(graph[ids[a]]) & set(graph[ids[b]]))
        for a, row in zip(chosen, near, strict=True)
        if graph.degree(ids[a])
        for b in row
    ]
    return float(np.mean(hits))


def main(sizes):
    print(f"{'nodes':>7} {'ties':>7}  {'layout':12} {'frame':10} {'seconds':>8} {'filled':>7} {'kept':>6}")
    for size in sizes:
        given = snapshot(size)
        ties = edges.shown(given, (node.id for node in nodes.shown(given)))
        focal = max(given.networks, key=lambda one: sum(tie.target == one.id for tie in ties[:5000])).id
        stuff = inputs.gather(given, ties, VOCABULARY, circles_of(given), TEXTS, focal=focal)
        names = [name for name in registry.NAMES if not registry.objection(name, stuff)]
        for name in names if size <= registry.MANY else (registry.starting(stuff),):
            for frame in (LANDSCAPE, PORTRAIT):
                start = time.process_time()
                layout = registry.make(name, stuff, frame)
                taken = time.process_time() - start
                share, near = filled(layout), kept(layout, stuff.graph)
                print(f"{size:7} {len(ties):7}  {name:12} {frame.name:10} {taken:8.2f} {share:7.0%} {near:6.0%}", flush=True)


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or SIZES)
