"""How many true and false pairs of names are offered as one actor, and how long thousands of names take.

    python -m benchmarks.duplicates [--names 5000]

The names are those of Swedish organisations in tests/workspace/identity/organisations.py with other spellings made of them by rules; the
shape of the slips is ours. All names and spellings are looked through together.
"""

from __future__ import annotations

import argparse
import random
import time
from collections import Counter

from tests.workspace.identity import organisations

from actormap.model.records import Actor, Snapshot
from actormap.workspace.identity.candidates import candidates


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--names", type=int, default=5_000)
    wanted = parser.parse_args().names
    names = organisations.names()
    made = {(number, kind): other for number, name in enumerate(names) for kind, other in organisations.variants(name).items()}
    known = {f"{number}": name for number, name in enumerate(names)} | {f"{number}/{kind}": other for (number, kind), other in made.items()}
    offered, spent = looked_through(known)
    found = {frozenset((each.a, each.b)): each.reason for each in offered}
    total, met = Counter(kind for _, kind in made), Counter()
    for number, kind in made:
        if reason := found.get(frozenset((f"{number}", f"{number}/{kind}"))):
            met[kind, reason] += 1
    print(f"{len(names)} names, {len(made)} other spellings, {spent:.1f} s of processor")
    for kind, count in sorted(total.items()):
        reasons = {reason: n for (of, reason), n in met.items() if of == kind}
        print(f"{kind:10} {sum(reasons.values()):4} of {count}  {reasons}")
    print(f"{sum(met.values()) / len(made):.2%} of the true pairs are offered")
    print(f"{len(wrongly(offered))} false pairs are offered as one")
    tried = hit = false = 0
    for seed in range(5):
        slips = random.Random(seed)
        slipped = {f"{number}/slip": slip(name, slips) for number, name in enumerate(names)}
        offered, _ = looked_through({f"{number}": name for number, name in enumerate(names)} | slipped)
        found = {frozenset((each.a, each.b)) for each in offered}
        pairs = [frozenset((f"{number}", f"{number}/slip")) for number, name in enumerate(names) if slipped[f"{number}/slip"] != name]
        tried, hit, false = tried + len(pairs), hit + sum(pair in found for pair in pairs), false + len(wrongly(offered))
    print(f"one slip anywhere in each name, five times: {hit / tried:.2%} of {tried} offered, {false} false pairs offered as one")
    towns, _ = looked_through({name: f"{name} kommun" for name in organisations.MUNICIPALITIES})
    print(f"{len(towns)} pairs among {len(organisations.MUNICIPALITIES)} municipalities")

    some = dict(list(known.items())[:wanted])
    offered, spent = looked_through(some)
    print(f"{len(some)} names, {len(some) * (len(some) - 1) // 2} pairs: {len(offered)} offered, {spent:.1f} s of processor")


def wrongly(offered):
    return [each for each in offered if each.asked == "same" and each.a.split("/")[0] != each.b.split("/")[0]]


def slip(name, slips):
    at = slips.randrange(1, len(name) - 1)
    letter = slips.choice("abcdefghijklmnoprstuvyåäö")
    made = (
        name[:at] + name[at + 1 :],
        name[:at] + letter + name[at:],
        name[:at] + letter + name[at + 1 :],
        name[:at] + name[at + 1] + name[at] + name[at + 2 :],
    )
    return slips.choice(made)


def looked_through(names):
    snapshot = Snapshot.of(Actor(id=id_, name=name, kind="other") for id_, name in names.items())
    began = time.process_time()
    return candidates(snapshot), time.process_time() - began


if __name__ == "__main__":
    main()
