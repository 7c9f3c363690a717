"""Every analysis by its own name, imported when it is first asked for: so that a question costs only what it needs."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from actormap.analysis import evidence as evidence
    from actormap.analysis.actor import ego as ego
    from actormap.analysis.actor import profile as profile
    from actormap.analysis.actor import salience as salience
    from actormap.analysis.actor import surroundings as surroundings
    from actormap.analysis.certainty import next_question as next_question
    from actormap.analysis.certainty import ranking as ranking
    from actormap.analysis.change import compare as compare
    from actormap.analysis.change import sunset as sunset
    from actormap.analysis.change import timeline as timeline
    from actormap.analysis.change import vacancy as vacancy
    from actormap.analysis.change import whatif as whatif
    from actormap.analysis.coding import agreement as agreement
    from actormap.analysis.cohesion import blocks as blocks
    from actormap.analysis.cohesion import bridges as bridges
    from actormap.analysis.cohesion import cliques as cliques
    from actormap.analysis.cohesion import communities as communities
    from actormap.analysis.cohesion import core_periphery as core_periphery
    from actormap.analysis.cohesion import cutpoints as cutpoints
    from actormap.analysis.cohesion import two_mode_cores as two_mode_cores
    from actormap.analysis.composition import gaps as gaps
    from actormap.analysis.composition.invitation import evidence as _invitation_evidence
    from actormap.analysis.composition.invitation import invite as invite
    from actormap.analysis.composition.requirements import answers as answers
    from actormap.analysis.composition.requirements import coverage as coverage
    from actormap.analysis.composition.requirements import evidence as _coverage_evidence
    from actormap.analysis.factors import carriers as _factor_carriers
    from actormap.analysis.factors import meetings as _factor_meetings
    from actormap.analysis.factors import outcomes as _factor_outcomes
    from actormap.analysis.factors import places as _factor_places
    from actormap.analysis.groups import association as association
    from actormap.analysis.groups import brokerage as brokerage
    from actormap.analysis.groups import collaboration as collaboration
    from actormap.analysis.groups import description as description
    from actormap.analysis.groups import equivalence as equivalence
    from actormap.analysis.groups import homophily as homophily
    from actormap.analysis.groups import overlap as overlap
    from actormap.analysis.groups import ratings as ratings
    from actormap.analysis.key_players import group_centrality as group_centrality
    from actormap.analysis.key_players import sets as sets
    from actormap.analysis.projects import card as _project_card
    from actormap.analysis.projects import comparison as comparison
    from actormap.analysis.projects import evidence_map as evidence_map
    from actormap.analysis.projects import listing as _project_list
    from actormap.analysis.projects import matrix as _project_matrix
    from actormap.analysis.review import clusters as clusters
    from actormap.analysis.review import five_fields as five_fields
    from actormap.analysis.review import outsiders as outsiders
    from actormap.analysis.review import participation as participation
    from actormap.analysis.review import review as review
    from actormap.atlas import compiled as compiled
    from actormap.atlas import factors as factors

    coverage_evidence = _coverage_evidence
    factor_carriers = _factor_carriers
    factor_meetings = _factor_meetings
    factor_outcomes = _factor_outcomes
    factor_places = _factor_places
    invitation_evidence = _invitation_evidence
    project_card = _project_card
    project_list = _project_list
    project_matrix = _project_matrix

_HOMES = {
    "agreement": "actormap.analysis.coding.agreement",
    "answers": "actormap.analysis.composition.requirements.answers",
    "association": "actormap.analysis.groups.association",
    "blocks": "actormap.analysis.cohesion.blocks",
    "bridges": "actormap.analysis.cohesion.bridges",
    "brokerage": "actormap.analysis.groups.brokerage",
    "cliques": "actormap.analysis.cohesion.cliques",
    "clusters": "actormap.analysis.review.clusters",
    "collaboration": "actormap.analysis.groups.collaboration",
    "communities": "actormap.analysis.cohesion.communities",
    "compare": "actormap.analysis.change.compare",
    "comparison": "actormap.analysis.projects.comparison",
    "compiled": "actormap.atlas.compiled",
    "core_periphery": "actormap.analysis.cohesion.core_periphery",
    "coverage": "actormap.analysis.composition.requirements.coverage",
    "coverage_evidence": "actormap.analysis.composition.requirements.evidence",
    "cutpoints": "actormap.analysis.cohesion.cutpoints",
    "description": "actormap.analysis.groups.description",
    "ego": "actormap.analysis.actor.ego",
    "equivalence": "actormap.analysis.groups.equivalence",
    "evidence": "actormap.analysis.evidence",
    "evidence_map": "actormap.analysis.projects.evidence_map",
    "factor_carriers": "actormap.analysis.factors.carriers",
    "factor_meetings": "actormap.analysis.factors.meetings",
    "factor_outcomes": "actormap.analysis.factors.outcomes",
    "factor_places": "actormap.analysis.factors.places",
    "factors": "actormap.atlas.factors",
    "five_fields": "actormap.analysis.review.five_fields",
    "gaps": "actormap.analysis.composition.gaps",
    "group_centrality": "actormap.analysis.key_players.group_centrality",
    "homophily": "actormap.analysis.groups.homophily",
    "invitation_evidence": "actormap.analysis.composition.invitation.evidence",
    "invite": "actormap.analysis.composition.invitation.invite",
    "next_question": "actormap.analysis.certainty.next_question",
    "outsiders": "actormap.analysis.review.outsiders",
    "overlap": "actormap.analysis.groups.overlap",
    "participation": "actormap.analysis.review.participation",
    "profile": "actormap.analysis.actor.profile",
    "project_card": "actormap.analysis.projects.card",
    "project_list": "actormap.analysis.projects.listing",
    "project_matrix": "actormap.analysis.projects.matrix",
    "ranking": "actormap.analysis.certainty.ranking",
    "ratings": "actormap.analysis.groups.ratings",
    "review": "actormap.analysis.review.review",
    "salience": "actormap.analysis.actor.salience",
    "sets": "actormap.analysis.key_players.sets",
    "sunset": "actormap.analysis.change.sunset",
    "surroundings": "actormap.analysis.actor.surroundings",
    "timeline": "actormap.analysis.change.timeline",
    "two_mode_cores": "actormap.analysis.cohesion.two_mode_cores",
    "vacancy": "actormap.analysis.change.vacancy",
    "whatif": "actormap.analysis.change.whatif",
}


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return import_module(_HOMES[name])
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
