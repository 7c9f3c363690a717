"""What a scenario changes, laid over a map: marks by node and relationship, each with its reason in every language.

The map shows both sides at once. There the statements of what comes and of what goes have statuses of their own, `comes` and `goes`, so
that its legend tells and filters them as it does with any status.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from actormap.analysis.change.whatif import COVERAGE, SAME, SEAT, WhatIf
from actormap.i18n import Texts
from actormap.map.overlays.overlay import Overlay
from actormap.model.records import Relationship, Snapshot
from actormap.model.scenario import Scenario, apply
from actormap.model.selection import Selection
from actormap.model.vocabulary import Status, Vocabulary
from actormap.output import measure_words

COMES, GOES, CHANGES = "comes", "goes", "changes"


@dataclass(frozen=True, slots=True)
class ScenarioMark:
    """One mark: on which node or relationship, whether it comes, goes or changes, and why, in each language."""

    on: str
    id: str
    mark: str
    reason: Mapping[str, str]


def marked(snapshot: Snapshot, scenario: Scenario, whatif: WhatIf, words: Mapping[str, Texts]) -> list[ScenarioMark]:
    """Return the marks of a scenario on a graph: nodes and relationships that come or go, then nodes that change, in order of ids."""
    after = apply(snapshot, scenario)
    old, new = snapshot.by_id, after.by_id
    marks = [_mark("node", each, COMES, words) for each in sorted(new.keys() - old.keys()) if new[each].node != "document"]
    marks += [_mark("node", each, GOES, words) for each in sorted(old.keys() - new.keys())]
    was, now = ({tie.id for tie in side.relationships} for side in (snapshot, after))
    marks += [_mark("relationship", each, COMES, words) for each in sorted(now - was)]
    marks += [_mark("relationship", each, GOES, words) for each in sorted(was - now)]
    ends = {end for tie in (*scenario.added.relationships, *scenario.removed.relationships) for end in (tie.source, tie.target)}
    whole = old.keys() & new.keys()
    reasons: dict[str, list[tuple[str, dict[str, object]]]] = {each: [("touched", {})] for each in sorted(ends & whole)}
    for row in whatif.rows:
        if row["aspect"] == SEAT:
            reasons.setdefault(row["id"], []).append((f"seat_{row['change']}", {}))
        elif row["aspect"] == COVERAGE and row["change"] != SAME and whatif.context.parameters["network"] in whole:
            reasons.setdefault(whatif.context.parameters["network"], []).append((f"cell_{row['change']}", {"cell": row["name"]}))
        elif row["clear"] and row["shift"]:
            way = "up" if row["shift"] > 0 else "down"
            reasons.setdefault(row["id"], []).append(
                (f"move_{way}", {"before": row["place_before"], "after": row["place_after"], "measure": row["measure"]})
            )
    for each, told in sorted(reasons.items()):
        marks += [
            ScenarioMark("node", each, CHANGES, {lang: _say(texts, key, values) for lang, texts in words.items()}) for key, values in told
        ]
    return marks


def overlay(marks: Sequence[ScenarioMark], words: Mapping[str, Texts]) -> Overlay:
    """Return the marks as an overlay: nodes and relationships with their reasons."""
    name, meaning = ({lang: texts(f"difference.overlay.{part}") for lang, texts in words.items()} for part in ("name", "meaning"))
    return Overlay("difference", name, meaning, reasons(marks), reasons(marks, "relationship"))


def reasons(marks: Iterable[ScenarioMark], on: str = "node") -> dict[str, list[dict[str, str]]]:
    """Return the reasons of the marks on nodes, or on relationships, by id, as a map takes them."""
    found: dict[str, list[dict[str, str]]] = {}
    for mark in marks:
        if mark.on == on:
            found.setdefault(mark.id, []).append(dict(mark.reason))
    return found


def both(snapshot: Snapshot, scenario: Scenario) -> Snapshot:
    """Return a graph with what a scenario adds and what it takes away; the statements of either have the status `comes` or `goes`."""
    after = apply(snapshot, scenario)
    nodes = {**snapshot.by_id, **after.by_id}
    was, now = ({tie.id: tie for tie in side.relationships} for side in (snapshot, after))
    ties = [_as(tie, COMES if tie.id not in was else None) for tie in now.values()]
    ties += [_as(tie, GOES) for each, tie in was.items() if each not in now]
    return Snapshot.of(nodes.values(), ties, after.coverage)


def vocabulary(words: Vocabulary, texts: Mapping[str, Texts]) -> Vocabulary:
    """Return a vocabulary that has the statuses `comes` and `goes` too; both make ties."""
    own = {name: Status({lang: texts[lang](f"difference.{name}") for lang in texts}, default=True) for name in (COMES, GOES)}
    return replace(words, statuses={**words.statuses, **own})


def selection(chosen: Selection, words: Vocabulary) -> Selection:
    """Return a selection that keeps what comes and goes besides the statuses it keeps already."""
    return replace(chosen, statuses=(*(chosen.statuses or words.default_statuses()), COMES, GOES)) if chosen.statuses else chosen


def _as(tie: Relationship, status: str | None) -> Relationship:
    return tie if status is None else replace(tie, evidence=tuple(replace(piece, status=status) for piece in tie.evidence))


def _mark(on: str, id_: str, mark: str, words: Mapping[str, Texts]) -> ScenarioMark:
    return ScenarioMark(on, id_, mark, {lang: texts(f"difference.{on}_{mark}") for lang, texts in words.items()})


def _say(texts: Texts, key: str, values: Mapping[str, object]) -> str:
    told = dict(values)
    if "measure" in told:
        told["measure"] = measure_words.within(texts, str(told["measure"]))
    return texts(f"difference.{key}", **told)
