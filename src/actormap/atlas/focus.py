"""What is meant by a name in a question: the network in focus, an actor, a project."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from actormap.atlas.displayed import Displayed
from actormap.errors import UnknownName, UsageError, parameter
from actormap.model import lookup
from actormap.model.records import Actor, Document, Municipality

if TYPE_CHECKING:
    from actormap.analysis.composition.invitation.terms import InvitationTerms
    from actormap.graph.views import View
    from actormap.model.invite_rules import InviteRules


@dataclass(frozen=True)
class Focused(Displayed):
    """A dataset with a network in focus. Whatever is named may be named by id, name or alias, and need not be where there is only one."""

    focal: str | None = None

    def focus(self, named: str | None = None) -> str | None:
        """Return the id of the network in focus: the one named, else the workspace's, else the only one; None if none is.

        Raises `UnknownName` if none is called as it is named, or several.
        """
        if named is not None:
            return lookup.the("network", named, self.snapshot.networks)
        return self.focal or lookup.only(self.snapshot.networks)

    def network(self, named: str | None = None) -> str:
        """Return the id of the network in focus; raise `UsageError` if there is none."""
        chosen = self.focus(named)
        if chosen is None:
            raise UsageError("No network is in focus.", hint=f"Name one with {parameter('network')}, or as focal_network in actormap.toml.")
        return chosen

    def actor(self, named: str | None = None) -> str:
        """Return the id of the actor that is meant, the only one if none is named; raise `UsageError` if there are more."""
        actors = [node for node in self.snapshot.nodes() if isinstance(node, Actor | Municipality)]
        chosen = lookup.only(actors) if named is None else lookup.the("actor", named, actors)
        if chosen is None:
            raise UsageError("No actor is named.", hint=f"Name one with {parameter('actor')}, by id, name or alias.")
        return chosen

    def is_actor(self, named: str) -> bool:
        """Return whether an actor is meant: one is called so, or nothing else is, or it cannot be told."""
        actors = [node for node in self.snapshot.nodes() if isinstance(node, Actor | Municipality)]
        with suppress(UnknownName):
            lookup.the("actor", named, actors)
            return True
        return isinstance(self.snapshot.by_id[self.record(named)], Actor | Municipality)

    def within(self, view: View, named: str) -> str:
        """Return the id of the node by which an actor stands in a view; raise `UsageError` if it has no tie there."""
        actor = self.actor(named)
        node = view.lifted.get(actor, actor)
        if node not in view.graph:
            raise UsageError(f"{view.node(node).name} has no tie in {view.called}.", hint=f"Try {parameter('view')} all.")
        return node

    def record(self, named: str) -> str:
        """Return the id of the actor, network, project or theme that is meant; what `lookup.the` raises, it raises."""
        known = [node for node in self.snapshot.nodes() if not isinstance(node, Document)]
        return lookup.the("actor, network, project or theme", named, known)

    def on_terms(self, terms: InvitationTerms, rules: InviteRules) -> tuple[InvitationTerms, InviteRules]:
        """Return the terms and rules of an invitation with ids for the names of actors and the words for kinds."""
        kinds = {**self.vocabulary.kinds["municipality"], **self.vocabulary.kinds["actor"]}
        include, keep, may_leave, candidates, exclude = (
            tuple(map(self.actor, names)) for names in (terms.include, terms.keep, terms.may_leave, rules.candidates, rules.exclude)
        )
        barred = tuple(lookup.word("actor kind", name, kinds) for name in rules.exclude_kinds)
        return (
            replace(terms, include=include, keep=keep, may_leave=may_leave),
            replace(rules, candidates=candidates, exclude=exclude, exclude_kinds=barred),
        )

    def project(self, named: str | None = None) -> str:
        """Return the id of the project that is meant, the only one if none is named; raise `UsageError` if there are more."""
        chosen = lookup.only(self.snapshot.projects) if named is None else lookup.the("project", named, self.snapshot.projects)
        if chosen is None:
            raise UsageError("No project is named.", hint=f"Name one with {parameter('project')}, by id, name or alias.")
        return chosen
