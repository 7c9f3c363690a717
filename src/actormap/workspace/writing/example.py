"""The small example that a new workspace begins with: three actors, a municipality, a network, a project, and what ties them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from actormap.i18n import Texts
from actormap.model.coding import CodedAnswer, Indicator, SetQuestion
from actormap.model.records import (
    Actor,
    Coded,
    Document,
    Evidence,
    Municipality,
    Network,
    Project,
    Relationship,
    Requirement,
    Snapshot,
    Theme,
)


def snapshot(texts: Texts) -> Snapshot:
    """Return the example in the language of the texts; it is read without a problem."""
    names = texts.under("template.example")
    ids = {key: slug(name) for key, name in names.items()}
    region, note = names["region"], names["note"]
    evidence = (Evidence(document=ids["document"], locator=names["locator"]),)

    def tie(source: str, type_: str, target: str, role: str | None = None) -> Relationship:
        return Relationship(source=ids[source], type=type_, target=ids[target], role=role, evidence=evidence)

    return Snapshot.of(
        [
            Actor(id=ids["federation"], name=names["federation"], kind="regional_federation", region=region, note=note),
            Actor(id=ids["school"], name=names["school"], kind="school", municipality=ids["municipality"], region=region),
            Actor(id=ids["association"], name=names["association"], kind="business", municipality=ids["municipality"], region=region),
            Municipality(id=ids["municipality"], name=names["municipality"]),
            Network(id=ids["network"], name=names["network"], kind="network", status="existing", region=region),
            Project(id=ids["project"], name=names["project"], kind="project", start="2024-01", end="2025-12", total_budget_sek=1_200_000),
            Theme(id=ids["theme"], name=names["theme"], kind="problem_area"),
            Document(id=ids["document"], title=names["document"], published="2025", read="whole"),
        ],
        [
            tie("federation", "coordinates", "network"),
            tie("municipality", "member_of", "network", names["role"]),
            tie("school", "participates_in", "project"),
            tie("association", "participates_in", "project"),
            tie("federation", "owns", "project"),
            tie("project", "addresses", "theme"),
        ],
        [
            Requirement(network=ids["network"], row=names["municipality"], column=names["role"], role=names["role"]),
            Requirement(network=ids["network"], row=names["association"], column=names["theme"], kind="business"),
        ],
        _coding(names, ids),
    )


def _coding(names: Mapping[str, str], ids: Mapping[str, str]) -> list[Coded]:
    said: dict[str, Any] = {"project": ids["project"], "document": ids["document"], "locator": names["locator"]}
    no, little, much = names["values"].split("|")
    asked = SetQuestion(
        id=f"{names['group']}-1",
        group=names["group"],
        sv=names["question_sv"],
        en=names["question_en"],
        scale="ordinal",
        values=(no, little, much),
        partly=(little,),
        reached=(much,),
        theme=ids["theme"],
    )
    answer = CodedAnswer(**said, question=asked.id, answer=little, voice="project", coder=names["coder"])
    figure = Indicator(**said, indicator=names["indicator"], theme=ids["theme"], value=12, unit=names["unit"], date="2025", voice="project")
    return [asked, answer, figure]


def slug(name: str) -> str:
    """Return a name as an id: `Exempelstadens näringsliv` is exempelstadens-naringsliv."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
