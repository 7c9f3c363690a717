"""Large graphs for tests and benchmarks: seeded, heavy-tailed, of every kind of record."""

from __future__ import annotations

from itertools import accumulate
from random import Random

from actormap.model.records import Actor, Document, Evidence, Municipality, Network, Node, Project, Relationship, Snapshot, Theme

TYPES = ("participates_in", "member_of", "represented_in", "owns", "funds", "coordinates")
STATUSES = ("stated", "stated", "stated", "implied", "stated_collectively", "planned")


def graph(nodes: int, relationships: int, seed: int = 7) -> Snapshot:
    """Return a graph of that many nodes and relationships; a few venues hold most ties, one tie in five has two statements."""
    random = Random(seed)  # noqa: S311  # a graph is no secret
    municipalities = max(1, nodes // 300)
    documents = max(1, nodes // 50)
    themes = max(1, nodes // 100)
    venues = max(2, nodes // 5)
    actors = nodes - municipalities - documents - themes - venues
    made: list[Node] = [Municipality(id=f"m{i}", name=f"Kommun {i}", code=f"{i:04}", population=1000.0 * i) for i in range(municipalities)]
    made += [Document(id=f"d{i}", title=f"Rapport {i}", published=str(1990 + i % 30)) for i in range(documents)]
    made += [Theme(id=f"t{i}", name=f"Tema {i}", kind="problem_area") for i in range(themes)]
    made += [
        Network(id=f"v{i}", name=f"Nätverk {i}", kind="network", status="existing", purpose="att mötas")
        if i % 2
        else Project(id=f"v{i}", name=f"Projekt {i}", kind="project", programme="2007-2013", total_budget_sek=1e5 * i)
        for i in range(venues)
    ]
    made += [
        Actor(id=f"a{i}", name=f"Aktör {i}", kind="unit", municipality=f"m{i % municipalities}", region="Västra Götaland")
        for i in range(actors)
    ]
    weights = list(accumulate(1 / (place + 1) ** 0.8 for place in range(venues)))
    ties: dict[tuple[str, str, str, str], Relationship] = {}
    while len(ties) < relationships:
        wanted = relationships - len(ties)
        for venue in random.choices(range(venues), cum_weights=weights, k=wanted):
            source = f"a{random.randrange(actors)}"
            key = (source, random.choice(TYPES), f"v{venue}", str(2007 + random.randrange(14)))
            evidence = tuple(_statement(random, documents, piece) for piece in range(1 + (random.random() < 0.2)))
            ties[key] = Relationship(source=source, type=key[1], target=key[2], valid_from=key[3], evidence=evidence)
    return Snapshot.of(made, ties.values())


def _statement(random: Random, documents: int, piece: int) -> Evidence:
    return Evidence(
        document=f"d{random.randrange(documents)}",
        locator=f"s. {random.randrange(80)}.{piece}",
        status=random.choice(STATUSES),
        confidence=random.choice((None, 0.5, 0.8, 1.0)),
    )
