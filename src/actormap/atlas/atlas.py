"""One graph, ready to be asked: what `actormap.open` gives. Each analysis is imported by the question that needs it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Self

from actormap.atlas import analyses
from actormap.atlas.structure import Structure
from actormap.model import dates, lookup
from actormap.model.invite_rules import InviteRules
from actormap.model.outline import Outline
from actormap.model.records import Requirement
from actormap.model.scenario import Scenario, apply, within

if TYPE_CHECKING:
    import networkx as nx

    from actormap.analysis.composition.invitation.terms import InvitationTerms
    from actormap.analysis.projects.conditions import Conditions
    from actormap.analysis.result import Result
    from actormap.atlas.stores import Remark
    from actormap.graph.dataset import Dataset
    from actormap.store.base import Difference

Ids = tuple[str, ...]


@dataclass(frozen=True)
class Atlas(Structure):
    """One graph with its words and settings, ready to be asked: every answer is a named result with `to_frame()`.

    `selection` narrows every answer; `narrowed` gives the same graph with another one. Where a question takes `options`, they are those of
    `view` unless it says otherwise; where it takes a `network`, it is the focal one unless another is named.
    """

    internal: Ids = ()
    outlines: tuple[Outline, ...] = field(default=(), repr=False)
    invite_rules: InviteRules = field(default_factory=InviteRules)
    settings: str = field(default="", repr=False)
    difference: Difference | None = field(default=None, repr=False)
    remarks: tuple[Remark, ...] = field(default=(), repr=False)

    def graph(self, view: str | None = None, **options: Any) -> nx.Graph[str]:
        """Return the networkx graph of a view; its nodes carry `name`, `kind` and `side`, its edges `ties`."""
        return self.view(view, **options).graph

    def after(self, scenario: Scenario) -> Self:
        """Return the graph as a scenario has it, narrowed as this one is and by what the scenario states."""
        return replace(self, snapshot=apply(self.snapshot, scenario), selection=within(self.selection, scenario))

    def centrality(
        self,
        by: str | Sequence[str] = "degree",
        *,
        normalised: bool = True,
        top: int | None = None,
        by_kind: bool = False,
        k: int = 3,
        certainty: Mapping[str, Any] | None = None,
        **options: Any,
    ) -> analyses.ranking.Ranking:
        """Return the nodes ranked by one or more measures.

        With `certainty`, the options of `certainty.estimate` (which may be empty), each row also has its rank, the interval it may lie in,
        and the chance that it is among the first `k`.
        """
        view = self.view(**options)
        if certainty is None:
            return analyses.ranking.rank(view, by, normalised=normalised, top=top, by_kind=by_kind)
        return analyses.ranking.rank_with_certainty(view, by, normalised=normalised, top=top, by_kind=by_kind, k=k, **certainty)

    def question(
        self,
        measure: str = "degree",
        *,
        view: str | None = None,
        lift: bool = True,
        also: Ids = (),
        weighted: bool | str = False,
        **options: Any,
    ) -> analyses.next_question.NextQuestion:
        """Return what would be most worth asking about who is among the top; `options` are those of `next_question.ask`."""
        return analyses.next_question.ask(self.view(view, lift=lift, also=also, weighted=weighted), measure, **options)

    def explain(
        self, actor: str | None = None, by: Sequence[str] = ("degree", "betweenness"), *, lift: bool = True, also: Ids = (), **options: Any
    ) -> analyses.profile.Explanation:
        """Return all that is said of one actor, named by id, name or alias; `options` are those of `profile.explain`."""
        view = self.view("affiliation", lift=lift, also=also)
        day = self.selection.at or dates.today()
        return analyses.profile.explain(view, self.actor(actor), focal=self.focus(), by=by, **{"date": day, **options})

    def salience(self, network: str | None = None, **options: Any) -> analyses.salience.Salience:
        """Return who has power, interest, legitimacy and urgency, and of them who has a seat in a network."""
        return analyses.salience.find(self.view("affiliation", **options), self.focus(network))

    def keyplayers(
        self,
        k: int = 1,
        objective: str = "distance_fragmentation",
        *,
        view: str = "actors",
        lift: bool = True,
        also: Ids = (),
        weighted: bool | str = False,
        **options: Any,
    ) -> analyses.sets.KeyPlayers:
        """Return the best sets of k actors, all of them if they are proven; `options` are those of `sets.find`."""
        return analyses.sets.find(self.view(view, lift=lift, also=also, weighted=weighted), k, objective, **options)

    def group(
        self, actors: Sequence[str] = (), network: str | None = None, *, m: int = 2, view: str = "actors", **options: Any
    ) -> analyses.group_centrality.GroupCentrality:
        """Return how central a group is as a whole: actors by id, name or alias, or without any the members of a network."""
        seen = self.view(view, **options)
        chosen = [self.within(seen, actor) for actor in actors]
        return analyses.group_centrality.profile(seen, chosen or analyses.group_centrality.members_in(seen, self.network(network)), m)

    def brokers(self, by: str = "kind", *, view: str = "actors", seed: int = 7, **options: Any) -> analyses.brokerage.Brokerage:
        """Return who links which groups (Gould-Fernandez)."""
        return analyses.brokerage.find(self.view(view, **options), by, seed=seed)

    def homophily(self, by: str = "kind", *, view: str = "actors", seed: int = 7, **options: Any) -> analyses.homophily.Homophily:
        """Return whether ties stay inside groups (E-I index)."""
        return analyses.homophily.find(self.view(view, **options), by, seed=seed)

    def overlap(self, **options: Any) -> analyses.overlap.Overlap:
        """Return which networks share which members."""
        return analyses.overlap.find(self.view(**options))

    def collaboration(self, *, view: str = "all", **options: Any) -> analyses.collaboration.Collaboration:
        """Return how closely every two work together by what each says, and how far they differ."""
        return analyses.collaboration.find(self.view(view, **options))

    def gaps(self, network: str | None = None, **options: Any) -> analyses.gaps.Gaps:
        """Return what the sources show no sign of round a network, or without one in focus in all of the data.

        Municipalities in counties where the network has no member are left out, and counted, where `[invite]` names the regions it is of.
        """
        return analyses.gaps.find(self.view("affiliation", **options), self.focus(network), self.invite_rules.regions)

    def coverage(self, network: str | None = None, **options: Any) -> analyses.coverage.Coverage:
        """Return how far a network answers to what is required of it."""
        return analyses.coverage.find(self.view("affiliation", **options), self.network(network))

    def coverage_grounds(self, found: analyses.coverage.Coverage, **options: Any) -> analyses.coverage_evidence.CellGrounds:
        """Return the statements that the cells of a coverage rest on; `options` are those it was made with."""
        return analyses.coverage_evidence.rows(self.view("affiliation", **options), found)

    def answers(self, network: str | None = None) -> analyses.answers.Answers:
        """Return what a network has answered about its required coverage."""
        return analyses.answers.find(self.snapshot, self.network(network)).shown_to(self.audience)

    def invite(
        self,
        terms: InvitationTerms | None = None,
        network: str | None = None,
        *,
        rules: InviteRules | None = None,
        lift: bool = True,
        **options: Any,
    ) -> analyses.invite.Invitation:
        """Return whom to invite to a network, by the workspace's rules unless others are passed.

        `terms` say how many seats and on what terms; `options` are those of `invite.find`.
        """
        focal, view = self.network(network), self.view("affiliation", lift=lift)
        keeping, barring = self.on_terms(terms or analyses.invite.ANYONE, self.invite_rules if rules is None else rules)
        return analyses.invite.find(view, focal, keeping, barring, **options)

    def wishing(self, themes: Iterable[str], row: str, network: str | None = None) -> Self:
        """Return the graph in which somebody in a network is wished for who works with each of some themes, named by id, name or alias.

        A wish is a line of required coverage of its own, under the heading `row`.
        """
        meant = [self.snapshot.by_id[lookup.the("theme", theme, self.snapshot.themes)] for theme in themes]
        wished = [Requirement(network=self.network(network), row=row, column=each.name, theme=each.id) for each in meant]
        return replace(self, snapshot=replace(self.snapshot, coverage=(*self.snapshot.coverage, *wished)))

    def invite_grounds(self, found: analyses.invite.Invitation, *, lift: bool = True) -> analyses.invitation_evidence.InvitationEvidence:
        """Return the statements that the proposals of an invitation rest on."""
        return analyses.invitation_evidence.rows(self.view("affiliation", lift=lift), found)

    def others(self, network: str | None = None, **options: Any) -> analyses.outsiders.Outsiders:
        """Return who else there is round a network: near actors, professions of the checklist, groups named without their members."""
        return analyses.outsiders.find(self.view("affiliation", **options), self.network(network), lang=self.lang)

    def fields(self, network: str | None = None, **options: Any) -> analyses.five_fields.FiveFields:
        """Return a network in five fields: composition, form, function, purpose, direction."""
        return analyses.five_fields.describe(self.view("affiliation", **options), self.network(network))

    def clusters(self, network: str | None = None, *, date: str | None = None, **options: Any) -> analyses.clusters.Clusters:
        """Return who gathers round each question, who could carry an application; `date` tells which projects go on."""
        return analyses.clusters.find(self.view("affiliation", **options), self.network(network), date=date)

    def participation(self, **options: Any) -> analyses.participation.Participation:
        """Return which projects say how their target group takes part."""
        return analyses.participation.find(self.view("affiliation", **options))

    def review(
        self, network: str | None = None, *, date: str, seats: int = 3, certainty: Mapping[str, Any] | None = None, **options: Any
    ) -> analyses.review.Review:
        """Return a network reviewed, part by part; `date` is the day it is made for, `seats` how many may be invited.

        `certainty` holds the options of `stability.estimate`; without it nothing is said of how sure the invitation is.
        """
        focal = self.network(network)
        sure, terms = None if certainty is None else dict(certainty), replace(analyses.invite.ANYONE, seats=seats)
        return analyses.review.compose(
            self.view("affiliation", **options),
            focal,
            date=date,
            lang=self.lang,
            invitation=self.invite(terms, focal, lift=options.get("lift", True), certainty=sure),
            calendar=self.narrowed(at=None).sunset_calendar(network=focal, **options),
            posts=self.posts(),
        )

    def compare(
        self,
        other: Dataset,
        by: str | Sequence[str] = "degree",
        *,
        view: str | None = None,
        lift: bool = True,
        also: Ids = (),
        weighted: bool | str = False,
        **options: Any,
    ) -> analyses.compare.Comparison:
        """Return what differs between this graph and another, such as that of a later date; `options` are those of `compare.compare`."""
        same = view or other.view(lift=lift, also=also).name
        before, after = (each.view(same, lift=lift, also=also, weighted=weighted) for each in (self, other))
        return analyses.compare.compare(before, after, by, **options)

    def timeline(
        self, by: str | Sequence[str] = ("degree", "betweenness"), *, top: int = 3, view: str | None = None, **options: Any
    ) -> analyses.timeline.Timeline:
        """Return the network year by year."""
        return analyses.timeline.trace(self, view or self.view().name, by=by, top=top, **options)

    def whatif(
        self,
        scenario: Scenario,
        network: str | None = None,
        *,
        view: str | None = None,
        lift: bool = True,
        also: Ids = (),
        weighted: bool | str = False,
        **options: Any,
    ) -> analyses.whatif.WhatIf:
        """Return what a scenario changes, before and after side by side; `options` are those of `whatif.compose`."""
        same = view or self.view(lift=lift, also=also).name
        before, after = (each.view(same, lift=lift, also=also, weighted=weighted) for each in (self, self.after(scenario)))
        focal = self.focus() if network is None else self.after(scenario).focus(network)
        return analyses.whatif.compose(before, after, scenario, focal, **options)

    def sunset(
        self, project: str | None = None, at: str | None = None, *, network: str | None = None, **options: Any
    ) -> analyses.sunset.Sunset:
        """Return what ends with a project, named by id, name or alias; `options` are those of `sunset.find`."""
        return analyses.sunset.find(self, self.project(project), at, focal=self.focus(network), **options)

    def sunset_calendar(self, *, network: str | None = None, **options: Any) -> analyses.sunset.Calendar:
        """Return every project that ends, in order, with what ends with it; `options` are those of `sunset.calendar`."""
        return analyses.sunset.calendar(self, focal=self.focus(network), **options)

    def posts(self) -> analyses.vacancy.Posts:
        """Return the relationships that rest on one post."""
        return analyses.vacancy.single_points(self.view("affiliation"))

    def vacant(self, role: str, *, network: str | None = None) -> analyses.vacancy.Vacancy:
        """Return what is left when a post is vacant, named by id, name or alias, or by the role that stands in the relationships."""
        return analyses.vacancy.vacant(self, role, focal=self.focus(network))

    def projects(self, conditions: Conditions | None = None) -> analyses.compiled.CompiledProjects:
        """Return the projects, those that conditions hold for if there are any, to be listed, compared and laid out."""
        return analyses.compiled.of(self.view("affiliation").in_language(self.lang), conditions, self.lang)

    def factors(self, date: str | None = None) -> analyses.factors.FactorAtlas:
        """Return the methods and success factors as they stand at a date, today's unless another is given, to be asked about."""
        return analyses.factors.FactorAtlas(self.view("affiliation").in_language(self.lang), date or dates.today())

    def agreement(self, **options: Any) -> analyses.agreement.Agreement:
        """Return how far coders agree on each set question; `options` are those of `agreement.find`."""
        return analyses.agreement.find(self.snapshot, self.lang, **options).shown_to(self.audience)

    def evidence(self, result: Result) -> analyses.evidence.Basis:
        """Return what every row of a result of this graph rests on: how many statements, of which implied, and where they are found."""
        made = result.context.parameters.get("after") or result.context.parameters
        lift = made["lift"] or result.context.view == "all"
        return analyses.evidence.of(result, self.view(result.context.view, lift=lift, also=tuple(made["with"]), weighted=made["weighted"]))

    def evidence_of(self, relationships: Iterable[str]) -> analyses.evidence.Grounds:
        """Return the statements of some relationships, whatever the date of the selection."""
        return analyses.evidence.of_relationships(self.narrowed(at=None, since=None, until=None).view("affiliation"), relationships)
