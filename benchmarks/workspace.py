"""A generated workspace on disk, with something in every table that an answer may rest on; the same seed gives the same bytes."""

from __future__ import annotations

import csv
import random
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

Said = Callable[..., dict[str, Any]]
KINDS = ("civil_society", "business", "national_authority", "school", "health_care", "social_partner", "university", "region", "other")
FAMILIES = ("Föreningen", "Företaget", "Myndigheten", "Skolan", "Vårdcentralen", "Facket", "Högskolan", "Regionen", "Sällskapet")
STATUSES = ("stated",) * 6 + ("stated_collectively", "implied", "implied", "planned", "denied")
ROLES = (None, None, None, "ordförande", "samordnare", "KIA-ansvarig")
YES_NO = ("ja", "nej", None)
SETTINGS = """title = "Länets nätverk"
language = "sv"
focal_network = "n00"
internal = ["note", "confidence"]

[invite]
regions = ["Länet", "national"]
exclude = ["a007"]
"""


def write(folder: Path, actors: int = 300, seed: int = 7) -> Path:
    """Write a workspace of that many actors with their venues, places, themes and sources, and return its folder."""
    dice = random.Random(seed)
    folder.mkdir(parents=True)
    (folder / "actormap.toml").write_text(SETTINGS, encoding="utf-8")
    towns = [f"m{i:02}" for i in range(14)]
    venues = [f"n{i:02}" for i in range(actors // 15)] + [f"p{i:02}" for i in range(actors // 6)]
    themes = [f"t{i:02}" for i in range(actors // 25)]
    documents = [f"d{i:02}" for i in range(24)]
    kinds = {f"a{i:03}": _kind(i) for i in range(actors)}
    table = {
        "municipalities": [_town(i, dice) for i in range(len(towns))],
        "networks": [_network(i) for i in range(actors // 15)],
        "projects": [_project(i, dice) for i in range(actors // 6)],
        "themes": [
            {"id": name, "name": f"Temat {i}", "kind": ("problem_area", "method", "target_group", "success_factor")[i % 4]}
            for i, name in enumerate(themes)
        ],
        "documents": [_document(i) for i in range(len(documents))],
        "actors": [_actor(i, kind, towns, dice) for i, kind in enumerate(kinds.values())],
        "relationships": list(_statements(kinds, towns, venues, themes, documents, dice)),
        "coverage": list(_required()),
    }
    for name, rows in table.items():
        _table(folder / f"{name}.csv", rows)
    return folder


def _kind(i: int) -> str:
    return "unit" if i % 10 == 3 else "role" if i % 20 == 5 else KINDS[i % len(KINDS)]


def _town(i: int, dice: random.Random) -> dict[str, Any]:
    return {
        "id": f"m{i:02}", "name": f"Kommun {'ABCDEFGHIJKLMN'[i]}", "code": f"{1400 + i}", "county": "Länet",
        "latitude": round(57.4 + (i % 4) * 0.2, 3), "longitude": round(11.6 + (i // 4) * 0.25, 3), "population": 4000 + 3137 * i,
        "power": dice.randrange(6), "interest": dice.randrange(6),
    }  # fmt: skip


def _network(i: int) -> dict[str, Any]:
    return {
        "id": f"n{i:02}", "name": f"Nätverket {i}", "kind": ("network", "council", "reference_group", "cluster")[i % 4],
        "status": ("existing", "existing", "temporary", "planned")[i % 4], "purpose": "att mötas", "valid_from": 2008 + i % 6,
        "valid_to": 2021 if i % 5 == 2 else None, "document": "d01", "locator": i, "note": "inom huset" if i % 3 == 0 else None,
    }  # fmt: skip


def _project(i: int, dice: random.Random) -> dict[str, Any]:
    start = 2008 + i % 12
    return {
        "id": f"p{i:02}", "name": f"Projektet Nya vägar {i}", "kind": ("project", "project", "prestudy")[i % 3], "number": f"2019/{i:05}",
        "programme": "2014-2020" if start >= 2014 else "2007-2013", "start": f"{start}-02", "end": f"{start + 2 + i % 3}-06-30",
        "total_budget_sek": 1000 * dice.randrange(100, 9000), "region": "Länet", "document": "d02", "locator": i,
    }  # fmt: skip


def _document(i: int) -> dict[str, Any]:
    return {
        "id": f"d{i:02}", "title": f"Rapport {i}", "publisher": "Länet", "published": 2008 + i % 15,
        "address": f"https://example.org/{i}", "collection": "five" if i % 3 == 0 else None,
    }  # fmt: skip


def _actor(i: int, kind: str, towns: list[str], dice: random.Random) -> dict[str, Any]:
    name = {"unit": "Enheten", "role": "Samordnaren"}.get(kind, FAMILIES[i % len(FAMILIES)])
    return {
        "id": f"a{i:03}", "name": f"{name} {i}", "kind": kind, "municipality": dice.choice(towns) if i % 4 else None,
        "region": ("Länet", "Länet", "national", "Annat län")[i % 4], "aliases": f"Å{i}|Kallad {i}" if i % 9 == 0 else None,
        "document": f"d{i % 24:02}", "locator": i, "power": dice.choice(YES_NO), "interest": dice.choice(YES_NO),
        "legitimacy": dice.choice(YES_NO), "urgency": dice.choice(YES_NO), "note": "polisen och elevrådet frågas" if i % 50 == 0 else None,
    }  # fmt: skip


def _statements(
    kinds: Mapping[str, str], towns: list[str], venues: list[str], themes: list[str], documents: list[str], dice: random.Random
):
    def said(*ends: str) -> dict[str, Any]:
        return _said(dice, documents, *ends)

    projects, networks = ([venue for venue in venues if venue[0] == letter] for letter in "pn")
    yield from _ties([*towns, *kinds], venues, dice, said)
    yield from _levels(kinds, dice, said)
    yield from _work(projects, networks, themes, towns, dice, said)
    for name, kind in kinds.items():
        if kind == "unit":
            yield said(name, "part_of", dice.choice(towns))
        if kind == "role":
            yield said(name, "contact_for", dice.choice(venues))
            yield said(name, "coordinates", dice.choice(networks))
        if kind == "civil_society":
            yield said(name, "addresses", dice.choice(themes))


def _ties(acting: list[str], venues: list[str], dice: random.Random, said: Said) -> Iterable[dict[str, Any]]:
    for _ in range(3 * len(acting)):
        venue = venues[min(int(dice.expovariate(4 / len(venues))), len(venues) - 1)]
        ways = ("member_of", "represented_in", "coordinates") if venue[0] == "n" else ("participates_in", "owns", "carries_out", "funds")
        start = 2008 + dice.randrange(12) if dice.random() < 0.6 else None
        end = start + dice.randrange(1, 8) if start and dice.random() < 0.5 else None
        about = {"role": dice.choice(ROLES), "valid_from": start, "valid_to": end}
        yield said(dice.choice(acting), dice.choice(ways), venue) | about


def _levels(kinds: Mapping[str, str], dice: random.Random, said: Said) -> Iterable[dict[str, Any]]:
    for _ in range(len(kinds) // 4):
        a, b = dice.sample([name for name, kind in kinds.items() if kind not in {"unit", "role"}], 2)
        for informant in (a, b)[: dice.randrange(1, 3)]:
            yield said(a, "member_of", b) | {"level": dice.randrange(6), "informant": informant, "status": "stated"}


def _work(
    projects: list[str], networks: list[str], themes: list[str], towns: list[str], dice: random.Random, said: Said
) -> Iterable[dict[str, Any]]:
    for place, project in enumerate(projects):
        yield said(project, "addresses", dice.choice(themes))
        yield said(project, "active_in", dice.choice(towns))
        if place % 5 == 4:
            yield said(project, "part_of", projects[place - 1])
        if place % 7 == 6:
            yield said(project, "succeeds", projects[place - 6])
    for network in networks:
        yield said(network, "uses_method", dice.choice(themes))


def _said(dice: random.Random, documents: list[str], source: str, way: str, target: str) -> dict[str, Any]:
    return {
        "source": source, "type": way, "target": target, "status": dice.choice(STATUSES), "document": dice.choice(documents),
        "confidence": dice.choice((None, "0,4", "0,8", "1")), "locator": dice.randrange(90),
        "note": "inom huset" if dice.random() < 0.05 else None,
    }  # fmt: skip


def _required() -> Iterable[dict[str, Any]]:
    about = {"network": "n00", "document": "d03", "minimum": 1}
    yield about | {"row": "Kommunerna", "column": "Ansvarig", "municipality": "*", "role": "KIA-ansvarig", "weight": 2}
    for kind in KINDS:
        yield about | {"row": "Hela länet", "column": kind, "kind": kind, "weight": "0,5" if kind == "other" else 1}
    for place in range(6):
        yield about | {"row": "Frågor", "column": f"Tema {place}", "theme": f"t{place:02}", "weight": 1, "minimum": 1 + place % 2}
    yield about | {"row": "Frågor", "column": "Sagt i rummet", "theme": "t07", "weight": 1, "answer": "ja"}
    yield about | {"row": "Frågor", "column": "Nekat i rummet", "theme": "t08", "weight": 1, "answer": "nej"}


def _table(path: Path, rows: list[dict[str, Any]]) -> None:
    columns = list(dict.fromkeys(column for row in rows for column in row))
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.DictWriter(file, columns, lineterminator="\n")
        out.writeheader()
        out.writerows(rows)
