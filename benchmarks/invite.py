"""What it costs to prove the best k of very many candidates, beside HiGHS alone with the same task.

    python benchmarks/invite.py [--candidates 2000,20000] [--seats 3,10] [--limit 60]

A candidate covers cells of a required coverage and reaches those it meets at its venues (one hop), or also those whom they meet at theirs
(two hops, for the smaller number). Few actors take part in very much, venues are small and a few are large, as in project data of a region.
The layers are those of `actormap invite`: weight of cells, then reach, then cells that survive a loss. HiGHS alone gets each layer with
the whole task and the layers before as constraints; it runs in a process of its own that is ended at the limit, for it looks at the clock
too seldom.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import platform
import time

import numpy as np
import scipy
from scipy import sparse

from actormap.analysis.optimise import milp
from actormap.analysis.optimise.problem import Layer, Limit, Task
from actormap.analysis.optimise.solver import choose

TOWNS, KINDS, THEMES = 13, 14, 12
TWO_HOPS_UP_TO = 2_000


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the choice of whom to invite on generated tasks.")
    parser.add_argument("--candidates", default="2000,20000")
    parser.add_argument("--seats", default="3,10")
    parser.add_argument("--limit", type=float, default=60.0, help="seconds that HiGHS alone gets")
    options = parser.parse_args()
    print(f"Python {platform.python_version()}, numpy {np.__version__}, scipy {scipy.__version__}, {os.cpu_count()} cores")
    print(f"load when begun: {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "")
    choose(task(200, 3, 1))  # so that what is loaded on first use is not measured
    print(f"{'candidates':>10} {'hops':>4} {'seats':>5} {'entries':>9}  {'ours':>22}  {'HiGHS alone':>24}")
    for count in map(int, options.candidates.split(",")):
        for hops in (1, 2) if count <= TWO_HOPS_UP_TO else (1,):
            for seats in map(int, options.seats.split(",")):
                measured(count, seats, hops, options.limit)


def measured(count: int, seats: int, hops: int, limit: float) -> None:
    of = task(count, seats, hops)
    begun, cpu = time.perf_counter(), time.process_time()
    found = choose(of, seconds=limit)
    seconds, cpu = time.perf_counter() - begun, time.process_time() - cpu
    gap = "proven" if found.optimal else f"bounds {found.bounds}"
    entries = sum(layer.cover.nnz for layer in of.layers)
    told = f"{seconds:.2f} s ({cpu:.2f} s CPU) {gap}"
    print(f"{count:>10} {hops:>4} {seats:>5} {entries:>9}  {told:>22}", end="  ", flush=True)
    print(alone(of, limit, found.values), flush=True)


def alone(of: Task, limit: float, ours: tuple[int, ...]) -> str:
    told = multiprocessing.Queue()
    process = multiprocessing.Process(target=by_highs, args=(of, limit, told))
    process.start()
    process.join(limit + 1)
    steps = []
    while not told.empty():
        steps.append(told.get())
    if process.is_alive():
        process.terminate()
        process.join()
    done = [value for value, bound, _ in steps if value is not None and value >= bound]
    if len(done) == len(of.layers):
        assert tuple(done) == ours, (done, ours)
        return f"{steps[-1][2]:.2f} s proven, the same"
    value, bound, _ = steps[-1] if len(steps) > len(done) else (None, None, None)
    gap = "no gap known" if not value else f"gap {(bound - value) / value:.1%}"
    return f"{limit:.0f} s over in layer {len(done) + 1}, {gap}"


def by_highs(of: Task, limit: float, told: multiprocessing.Queue) -> None:
    begun, floors = time.perf_counter(), []
    for number in range(len(of.layers)):
        answer = milp.best(of, number, floors, seconds=limit - (time.perf_counter() - begun))
        value = None if answer.chosen is None else of.layers[number].value(answer.chosen)
        told.put((value, answer.bound, time.perf_counter() - begun))
        if value is None or value < answer.bound:
            return
        floors.append(value)


def task(count: int, seats: int, hops: int, seed: int = 1) -> Task:
    """Return a task of so many candidates."""
    chance = np.random.default_rng(seed)
    meets = reach(count, hops, chance)
    ones = np.ones(count, dtype=np.int64)
    town, kind = chance.integers(0, TOWNS, count), chance.integers(0, KINDS, count)
    theme = chance.random((count, THEMES)) < 0.05
    cells = [np.flatnonzero((town == place) & theme[:, about]) for place in range(TOWNS) for about in range(3)]
    cells += [np.flatnonzero(kind == one) for one in range(KINDS)]
    cells += [np.flatnonzero(theme[:, about]) for about in range(THEMES)]
    demand = chance.choice([1, 1, 1, 1, 2], len(cells))
    covered = Layer.of(count, [(who.tolist(), int(need), 1) for who, need in zip(cells, demand, strict=True)])
    robust = Layer.of(count, [(who.tolist(), int(need) + 1, 1) for who, need in zip(cells, demand, strict=True)])
    return Task((covered, Layer(meets, ones, ones, -ones), robust), (Limit(np.arange(count), seats, seats),))


def reach(count: int, hops: int, chance: np.random.Generator) -> sparse.csr_array:
    """Return who meets whom, everybody included, at about as many venues as there are candidates."""
    sizes = np.minimum(chance.geometric(1 / 2.9, count), 60)
    large = chance.random(count) < 0.002
    sizes[large] += chance.integers(20, 200, int(large.sum()))
    popular = 1 / np.arange(1, count + 1) ** 0.95
    pool = np.where(
        chance.random(int(sizes.sum())) < 0.4,
        chance.permutation(count)[chance.choice(count, int(sizes.sum()), p=popular / popular.sum())],
        chance.integers(0, count, int(sizes.sum())),
    )
    ends = (np.ones(len(pool), dtype=np.int64), (pool, np.repeat(np.arange(count), sizes)))
    there = sparse.csr_array(ends, shape=(count, count))
    met = (there @ there.T + sparse.eye_array(count, dtype=np.int64)).tocsr()
    for _ in range(hops - 1):
        met = (met @ met).tocsr()
    met.data[:] = 1
    met.sort_indices()
    return met


if __name__ == "__main__":
    main()
