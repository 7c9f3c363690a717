"""The graph that other programs get: everything there is, or a view with its measures and positions, as networkx has it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, fields
from typing import Any

import networkx as nx

from actormap.analysis.centrality import measures
from actormap.graph.attributes import KIND, NAME, SIDE, TIES, WEIGHT
from actormap.graph.projection import strength
from actormap.graph.views import View
from actormap.i18n import LANGUAGES
from actormap.model.ratings import RATINGS
from actormap.model.records import Node, Relationship, Snapshot
from actormap.model.vocabulary import Vocabulary

RENAMED = {"start": "starts", "end": "ends", "type": "relationship"}
Positions = Mapping[str, tuple[float, float]]
AnyGraph = Any  # nx.Graph and nx.MultiDiGraph, whose stubs share no useful root


def whole(
    snapshot: Snapshot, vocabulary: Vocabulary, *, lang: str = LANGUAGES[0], title: str | None = None, positions: Positions | None = None
) -> AnyGraph:
    """Return everything as a directed multigraph; an edge's key is the relationship's id, its evidence is one JSON text.

    A relationship has the highest weight, level and ratings that a statement gives it, as it has the highest confidence.
    """
    graph: Any = nx.MultiDiGraph()
    if title:
        graph.graph["name"] = title
    places = positions or {}
    for node in snapshot.nodes():
        named = {"label": node.name, "name": node.name, "node": node.node, "kind": node.kind}
        graph.add_node(node.id, **_attributes({**_fields(node), **named, **_terms(node, vocabulary), **_place(node.id, places)}))
    for tie in snapshot.relationships:
        evidence = [{key: value for key, value in asdict(piece).items() if value not in (None, ())} for piece in tie.evidence]
        status = vocabulary.best(piece.status for piece in tie.evidence)
        known = vocabulary.type(tie.type)
        about = {
            "type": tie.type, "role": tie.role, "valid_from": tie.valid_from, "valid_to": tie.valid_to, "status": status,
            "confidence": tie.confidence, "org": known.org, "ftm": known.ftm,
            "label": known.words[lang][0], **{name: _highest(tie, name) for name in ("weight", "level", *RATINGS)},
            "documents": tuple(dict.fromkeys(piece.document for piece in tie.evidence if piece.document)),
            "evidence": json.dumps(evidence, ensure_ascii=False, sort_keys=True),
        }  # fmt: skip
        graph.add_edge(tie.source, tie.target, key=tie.id, **_attributes(about))
    return graph


def of_view(view: View, positions: Positions, weighted: View | None = None) -> AnyGraph:
    """Return a view with every measure of its nodes and their positions `x` and `y` where they have one.

    A score that `centrality` prints stands under the measure's name and `_normalised`, what is counted for it (`--raw`) under the name and
    `_raw`; a measure that has one form only stands under its name.

    Every edge has its strength as `weight`: the highest that a statement gives it, 1 if none does; in the `actors` view what `weighted`,
    the same view with strengths, gives it, whether or not the measures count by it.
    """
    graph: Any = nx.Graph()
    scores = {name: score for measure in measures.of_view(view) for name, score in _forms(measures.measure(measure), view).items()}
    for node, about in view.graph.nodes(data=True):
        values = {name: score.get(node) for name, score in scores.items()}
        record = view.node(node)
        named = {"label": about[NAME], "name": about[NAME], "node": record.node, "kind": about[KIND], "side": about[SIDE]}
        graph.add_node(node, **_attributes({**named, **_terms(record, view.vocabulary), **values, **_place(node, positions)}))
    for a, b, about in view.graph.edges(data=True):
        extra = {name: value for name, value in about.items() if name != TIES}
        if WEIGHT not in extra:
            extra[WEIGHT] = _strength(weighted or view, a, b)
        graph.add_edge(a, b, **_attributes({"relationships": "|".join(about[TIES]), **extra}))
    return graph


def _forms(measure: measures.Measure, view: View) -> dict[str, measures.Scores]:
    if measure.one_form:
        return {measure.name: measure.score(view, True)}
    forms = {f"{measure.name}_raw": measure.score(view, False)}
    if not (view.weighted and measure.of_ties):
        forms[f"{measure.name}_normalised"] = measure.score(view, True)
    return forms


def _strength(view: View, a: str, b: str) -> float:
    tie = view.graph.edges[a, b]
    return float(tie[WEIGHT]) if WEIGHT in tie else max(strength(view.made_of[name]) for name in tie[TIES])


def _terms(node: Node, vocabulary: Vocabulary) -> dict[str, str | None]:
    """Return what the kind of a node is called by the ontologies that are written, and its colour."""
    kind = vocabulary.kind(node.node, node.kind)
    return {"org": kind.org, "ftm": kind.ftm, "color": vocabulary.styles[kind.style].colour}


def _place(node: str, positions: Positions) -> dict[str, float]:
    return dict(zip("xy", positions[node], strict=True)) if node in positions else {}


def _highest(tie: Relationship, name: str) -> float | None:
    return max((value for piece in tie.evidence if (value := getattr(piece, name)) is not None), default=None)


def _fields(record: Any) -> dict[str, Any]:
    about = {field.name: getattr(record, field.name) for field in fields(record) if field.name not in ("id", "attributes")}
    return {**{f"attribute_{name}": value for name, value in record.attributes}, **about}


def _attributes(values: Mapping[str, Any]) -> dict[str, Any]:
    kept = {RENAMED.get(name, name): value for name, value in values.items() if value not in (None, ())}
    return {name: "|".join(value) if isinstance(value, tuple) else value for name, value in kept.items()}
