"""What may be asked of one network: who sits in it, whom it lacks, whom to invite, and what would change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Self

from actormap.analysis.change import sunset, whatif
from actormap.analysis.change import vacancy as posts
from actormap.analysis.change.sunset import Calendar, Sunset
from actormap.analysis.change.vacancy import Posts, Vacancy
from actormap.analysis.change.whatif import WhatIf
from actormap.analysis.composition.invitation import evidence as support
from actormap.analysis.composition.invitation import invite as invitation
from actormap.analysis.composition.invitation.evidence import Support
from actormap.analysis.composition.invitation.invite import Invitation
from actormap.analysis.composition.invitation.seats import Wish
from actormap.analysis.composition.requirements import answers, coverage, evidence
from actormap.analysis.composition.requirements.coverage import Coverage
from actormap.analysis.composition.requirements.evidence import CellGrounds
from actormap.analysis.review import clusters, participation, review
from actormap.analysis.review import five_fields as fields
from actormap.analysis.review import outsiders as others
from actormap.analysis.review.clusters import Clusters
from actormap.analysis.review.five_fields import Fields
from actormap.analysis.review.outsiders import Others
from actormap.analysis.review.participation import Participation
from actormap.analysis.review.review import Review
from actormap.atlas.dataset import Opened, split
from actormap.model import lookup
from actormap.model.scenario import Scenario, apply, within


@dataclass(frozen=True)
class Composing(Opened):
    """One graph that answers about the composition of a network, the focal one unless another is named."""

    def coverage(self, network: str | None = None, **options: Any) -> Coverage:
        """Return how far a network answers to what is required of it, the focal one unless another is named."""
        return coverage.find(self.view("affiliation", **options), self.vocabulary, self.network(network))

    def coverage_grounds(self, found: Coverage, **options: Any) -> CellGrounds:
        """Return the statements that the cells of a coverage rest on; `options` are those it was made with."""
        return evidence.rows(self.view("affiliation", **options), self.vocabulary, found)

    def answers(self, network: str | None = None) -> answers.Answers:
        """Return what a network has answered about its required coverage, the focal one unless another is named."""
        return answers.find(self.snapshot, self.network(network))

    def invite(self, wish: Wish | None = None, network: str | None = None, *, lift: bool = True, **asked: Any) -> Invitation:
        """Return whom to invite to a network, the focal one unless another is named, by the workspace's rules unless others are passed.

        `wish` says how many seats and on what terms; `asked` are the options of `invitation.find`.
        """
        rules = asked.pop("rules", self.invite_rules)
        view = self.view("affiliation", lift=lift)
        return invitation.find(view, self.vocabulary, self.network(network), wish or Wish(), rules, **asked)

    def invite_grounds(self, found: Invitation, *, lift: bool = True) -> Support:
        """Return the statements that the proposals of an invitation rest on."""
        return support.rows(self.view("affiliation", lift=lift), found)

    def others(self, network: str | None = None, **options: Any) -> Others:
        """Return who else there is round a network: near actors, professions of the checklist, groups named without their members."""
        return others.find(self.view("affiliation", **options), self.vocabulary, self.network(network), lang=self.lang)

    def fields(self, network: str | None = None, **options: Any) -> Fields:
        """Return a network in five fields: composition, form, function, purpose, direction."""
        return fields.describe(self.view("affiliation", **options), self.vocabulary, self.network(network))

    def clusters(self, network: str | None = None, *, date: str | None = None, **options: Any) -> Clusters:
        """Return who gathers round each question, who could carry an application; `date` tells which projects go on."""
        return clusters.find(self.view("affiliation", **options), self.vocabulary, self.network(network), date=date)

    def participation(self, **options: Any) -> Participation:
        """Return which projects say how their target group takes part."""
        return participation.find(self.view("affiliation", **options), self.vocabulary)

    def review(
        self, network: str | None = None, *, date: str, seats: int = 3, certainty: Mapping[str, Any] | None = None, **options: Any
    ) -> Review:
        """Return a network reviewed, part by part; `date` is the day it is made for, `seats` how many may be invited.

        `certainty` holds the options of `stability.estimate`; without it nothing is said of how sure the invitation is.
        """
        focal = self.network(network)
        lift = options.get("lift", True)
        return review.compose(
            self.view("affiliation", **options),
            self.vocabulary,
            focal,
            date=date,
            lang=self.lang,
            invitation=self.invite(Wish(seats=seats), focal, lift=lift, certainty=None if certainty is None else dict(certainty)),
            calendar=self.narrowed(at=None).sunset_calendar(network=focal, **options),
            posts=self.posts(),
        )

    def after(self, scenario: Scenario) -> Self:
        """Return the graph as a scenario has it, narrowed as this one is and by what the scenario states."""
        return replace(self, snapshot=apply(self.snapshot, scenario), selection=within(self.selection, scenario))

    def whatif(self, scenario: Scenario, network: str | None = None, **options: Any) -> WhatIf:
        """Return what a scenario changes, before and after side by side; `options` are those of `whatif.compose` and `view`."""
        asked, chosen = split(options)
        focal = network or self.focal
        return whatif.compose(self.view(**chosen), self.after(scenario).view(**chosen), scenario, self.vocabulary, focal, **asked)

    def sunset(self, project: str, at: str | None = None, *, network: str | None = None, **options: Any) -> Sunset:
        """Return what ends with a project, named by id, name or alias; `options` are those of `sunset.find`."""
        meant = lookup.the("project", project, self.snapshot.projects)
        focal = network or self.focal
        return sunset.find(self.snapshot, self.vocabulary, meant, at, focal=focal, selection=self.selection, **options)

    def sunset_calendar(self, *, network: str | None = None, **options: Any) -> Calendar:
        """Return every project that ends, in order, with what ends with it; `options` are those of `sunset.calendar`."""
        return sunset.calendar(self.snapshot, self.vocabulary, focal=network or self.focal, selection=self.selection, **options)

    def posts(self) -> Posts:
        """Return the relationships that rest on one post."""
        return posts.single_points(self.view("affiliation"))

    def vacant(self, role: str, *, network: str | None = None) -> Vacancy:
        """Return what is left when a post is vacant, named by id, name or alias, or by the role that stands in the relationships."""
        return posts.vacant(self.snapshot, self.vocabulary, role, focal=network or self.focal, selection=self.selection)
