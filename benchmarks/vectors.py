"""Compare the scores and findings of two checkouts on a hundred graphs, each read from its own CSV files.

    python -m benchmarks.vectors BEFORE AFTER [--graphs 115]

115 graphs: two-mode ones of three families, random ones of one mode, small ones of networkx' atlas, and well-known ones. Of each every
measure that both checkouts know is scored for every node, normalised and not, in the views that both fill; and who the cut-points and key
players are, the core, brokers' roles and the E-I index. A number has changed if it differs by more than a millionth. What changed is
printed by what it is, with how many of how many vectors, and one example.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import networkx as nx

Edges = list[tuple[str, str]]
SAME = 1e-6
FAMILIES = ("random", "heavy-tailed", "affiliation")


def main() -> int:
    parser = argparse.ArgumentParser(description="Compare the numbers of two checkouts.")
    parser.add_argument("before", type=Path)
    parser.add_argument("after", type=Path)
    parser.add_argument("--graphs", type=int, default=115)
    parser.add_argument("--worker", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.worker:
        json.dump({folder.name: found(folder) for folder in sorted(options.before.iterdir())}, sys.stdout)
        return 0
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        for number, (name, pairs, venues) in enumerate(graphs(options.graphs)):
            write(folder / f"{number:03} {name}", pairs, venues)
        before, after = (asked(checkout, folder) for checkout in (options.before, options.after))
    return 1 if told(before, after) else 0


def asked(checkout: Path, folder: Path) -> dict[str, dict[str, Any]]:
    """Return what a checkout finds in a folder of workspaces."""
    import os

    env = {**os.environ, "PYTHONPATH": str(checkout.resolve() / "src"), "PYTHONUTF8": "1"}
    command = [sys.executable, str(Path(__file__).resolve()), str(folder), str(folder), "--worker"]
    done = subprocess.run(command, env=env, stdout=subprocess.PIPE, check=True, cwd=folder)
    result: dict[str, dict[str, Any]] = json.loads(done.stdout)
    return result


def graphs(most: int) -> Iterator[tuple[str, Edges, bool]]:
    """Yield graphs by name, their edges, and whether these lead from actors to venues."""
    from benchmarks.networks import ties

    davis = nx.davis_southern_women_graph()
    women = davis.graph["top"]
    made: list[tuple[str, Edges, bool]] = [("davis", [(a, e) for a in women for e in davis[a]], True)]
    known = ("florentine_families_graph", "krackhardt_kite_graph", "karate_club_graph", "les_miserables_graph")
    one_mode = {name: getattr(nx, name)() for name in known}
    one_mode |= {f"atlas {number}": nx.graph_atlas(number) for number in range(25, 200, 9)}
    one_mode |= {f"gnm {seed}": nx.gnm_random_graph(8 + seed, 12 + 2 * seed, seed=seed) for seed in range(30)}
    made += [(name, [(str(a), str(b)) for a, b in graph.edges()], False) for name, graph in one_mode.items()]
    for turn in range(20):
        for family in FAMILIES:
            pairs = ties(family, 12 + turn, 6 + turn // 2, 24 + 2 * turn, random.Random(f"{family} {turn}"))
            made.append((f"{family} {turn}", [(f"a{a}", f"v{v}") for a, v in pairs], True))
    yield from [each for each in made if each[1]][:most]


def write(folder: Path, pairs: Edges, venues: bool) -> None:
    """Write a graph as tables: actors of four kinds, networks, and who is a member of what."""
    folder.mkdir()
    key = {name: "n" + "".join(c if c.isalnum() else "-" for c in name.lower()) for pair in pairs for name in pair}
    second = {b for _, b in pairs} if venues else set()
    kinds = ("region", "school", "business", "university")
    rows = {
        "actors.csv": [("id", "name", "kind"), *((key[name], name, kinds[i % 4]) for i, name in enumerate(sorted(set(key) - second)))],
        "relationships.csv": [("source", "type", "target"), *((key[a], "member_of", key[b]) for a, b in pairs)],
    }
    if venues:
        rows["networks.csv"] = [("id", "name", "kind"), *((key[name], name, "network") for name in sorted(second))]
    for name, lines in rows.items():
        with (folder / name).open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(lines)


def found(folder: Path) -> dict[str, Any]:
    """Return what the installed actormap finds in a workspace, by what it is."""
    import actormap

    atlas = actormap.open(str(folder))
    two_mode = (folder / "networks.csv").exists()
    answers: dict[str, Any] = {}
    for view in ("affiliation", "actors") if two_mode else ("all",):
        for measure in MEASURES:
            for normalised in (True, False):
                rows = atlas.centrality(measure, normalised=normalised, view=view).rows
                answers[f"{measure}, {'normalised' if normalised else 'raw'}, {view}"] = {row["id"]: row[measure] for row in rows}
        answers[f"cut-points, {view}"] = {row["id"]: 1 for row in atlas.cutpoints(view=view).rows}
    view = "actors" if two_mode else "all"
    for k in (1, 2):
        answers[f"key players, {k}"] = {"value": atlas.keyplayers(k, view=view).rows[0]["value"]}
    answers["core, correlation"] = {"correlation": atlas.core(view=view).correlation}
    answers["E-I index"] = {"index": atlas.homophily(view=view).figures().get("index", atlas.homophily(view=view).figures().get("ei"))}
    roles = ("coordinator", "itinerant", "gatekeeper", "liaison")
    brokers = atlas.brokers(view=view).rows
    answers["brokers' roles"] = {f"{row['id']} {role}": row[role] for row in brokers for role in roles if row[role]}
    answers["modularity"] = {"modularity": atlas.communities(view=view).modularity}
    return answers


MEASURES = (
    "degree", "betweenness", "closeness", "harmonic", "eigenvector", "pagerank", "katz", "k_core", "constraint", "effective_size",
)  # fmt: skip


def told(before: dict[str, dict[str, Any]], after: dict[str, dict[str, Any]]) -> int:
    """Print what changed; return how many vectors did."""
    counts: dict[str, int] = defaultdict(int)
    changed: dict[str, list[str]] = defaultdict(list)
    for graph, answers in before.items():
        for what, vector in answers.items():
            counts[what] += 1
            other = after[graph].get(what, {})
            differing = [key for key in {**vector, **other} if not same(vector.get(key), other.get(key))]
            if differing:
                changed[what].append(f"{graph}: {differing[0]} {vector.get(differing[0])} -> {other.get(differing[0])}")
    scores = sum(n for what, n in counts.items() if what.split(",")[0] in MEASURES)
    print(f"{len(before)} graphs, {sum(counts.values())} vectors, of which {scores} of scores")
    for what, lines in changed.items():
        print(f"{what}: {len(lines)} of {counts[what]} changed; {lines[0]}")
    print(f"changed: {sum(map(len, changed.values()))}")
    return sum(map(len, changed.values()))


def same(one: Any, other: Any) -> bool:
    if one is None or other is None:
        return one is other
    return bool(abs(one - other) <= SAME * max(1, abs(one)))


if __name__ == "__main__":
    sys.exit(main())
