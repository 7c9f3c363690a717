"""The projects looked at, with all that is coded of each: what every compilation is made from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from actormap.analysis.projects import state
from actormap.analysis.projects.conditions import EVERY, Conditions
from actormap.analysis.result import Context
from actormap.graph.views import View, in_order
from actormap.model.coding import CodedAnswer, Indicator, SetQuestion
from actormap.model.lookup import folded
from actormap.model.ordering import alphabetical
from actormap.model.records import Actor, Document, Municipality, Project, Relationship, Theme

TAKING_PART = ("owns", "carries_out", "coordinates", "participates_in", "funds")
METHOD, FACTOR, TARGET_GROUP, PROBLEM, INDICATOR = "method", "success_factor", "target_group", "problem_area", "result_indicator"
WHOLE = "whole"


@dataclass(frozen=True)
class Compilation:
    """The projects of a view that conditions hold for, and what the view's selection keeps of what is coded of them.

    Sets of projects that nobody has named one by one are none. A project that is part of another stands for itself, and `tops` says under
    which it stands in the end: what is said of a programme, of its part in a region and of a workshop there is one piece of evidence.
    """

    view: View
    conditions: Conditions = EVERY
    projects: tuple[Project, ...] = field(default=(), repr=False)

    @classmethod
    def of(cls, view: View, conditions: Conditions | None = None) -> Compilation:
        """Return the projects of a view that conditions hold for, in the order of names; the view is to be one with lifts.

        Raises `UnknownName` if a condition names what the data has not.
        """
        conditions = conditions or EVERY
        every = cls(view, conditions, tuple(_stand_alone(view)))
        conditions = conditions.meant(every.projects, view.vocabulary.kinds["project"])
        conditions.must_be_known(every.projects, {theme.id: (theme.name, *theme.aliases) for theme in view.snapshot.themes})
        chosen = [each for each in every.projects if conditions.hold_for(each, every.theme_words(each.id), every.text(each))]
        return cls(view, conditions, tuple(sorted(chosen, key=lambda each: (alphabetical(each.name), each.id))))

    def context(self, **parameters: object) -> Context:
        """Return what made a result of these projects."""
        kept = {name: self.view.parameters[name] for name in ("status", "documents", "at", "from", "to")}
        summary = {"projects": len(self.projects), "independent": self.independent(each.id for each in self.projects)}
        return Context(None, {**kept, **self.conditions.parameters(), **parameters}, summary, self.view.audience)

    @cached_property
    def ids(self) -> frozenset[str]:
        """Return the ids of the projects looked at."""
        return frozenset(each.id for each in self.projects)

    @cached_property
    def uses(self) -> Mapping[str, tuple[tuple[Theme, Relationship], ...]]:
        """Return what each project has to do with which theme, in the order of the themes' names."""
        found: dict[str, list[tuple[Theme, Relationship]]] = {}
        for tie in self.view.selected.relationships:
            theme = self.view.snapshot.by_id[tie.target]
            if isinstance(theme, Theme) and isinstance(self.view.snapshot.by_id[tie.source], Project):
                found.setdefault(tie.source, []).append((theme, tie))
        return {of: tuple(sorted(uses, key=lambda use: (alphabetical(use[0].name), in_order(use[1])))) for of, uses in found.items()}

    @cached_property
    def answers(self) -> Mapping[tuple[str, str], tuple[CodedAnswer, ...]]:
        """Return the answers to each question about each project that the selection keeps."""
        found: dict[tuple[str, str], list[CodedAnswer]] = {}
        for answer in self.view.snapshot.answers:
            if self.keeps(answer.document, answer.status):
                found.setdefault((answer.project, answer.question), []).append(answer)
        return {about: tuple(answers) for about, answers in found.items()}

    @cached_property
    def figures(self) -> Mapping[str, tuple[Indicator, ...]]:
        """Return the figures of each project that the selection keeps."""
        found: dict[str, list[Indicator]] = {}
        for figure in self.view.snapshot.indicators:
            if self.keeps(figure.document, figure.status):
                found.setdefault(figure.project, []).append(figure)
        return {project: tuple(figures) for project, figures in found.items()}

    @cached_property
    def partners(self) -> Mapping[str, tuple[tuple[Actor | Municipality, Relationship], ...]]:
        """Return who takes part in each project and how, in the order of names."""
        found: dict[str, list[tuple[Actor | Municipality, Relationship]]] = {}
        for tie in self.view.selected.relationships:
            actor = self.view.snapshot.by_id[tie.source]
            if tie.type in TAKING_PART and isinstance(actor, Actor | Municipality):
                found.setdefault(tie.target, []).append((actor, tie))
        return {to: tuple(sorted(who, key=lambda one: (alphabetical(one[0].name), in_order(one[1])))) for to, who in found.items()}

    @cached_property
    def documents(self) -> Mapping[str, tuple[str, ...]]:
        """Return the documents that say something of each project."""
        found: dict[str, set[str]] = {each.id: {each.document} if each.document else set() for each in self.projects}
        answers = (row for rows in self.answers.values() for row in rows)
        figures = (row for rows in self.figures.values() for row in rows)
        for project, document in [*((row.project, row.document) for row in answers), *((row.project, row.document) for row in figures)]:
            if document:
                found.setdefault(project, set()).add(document)
        for tie in self.view.selected.relationships:
            for end in (tie.source, tie.target):
                found.setdefault(end, set()).update(said.document for said in tie.evidence if said.document)
        return {each.id: tuple(sorted(found[each.id])) for each in self.projects}

    def record(self, project: str) -> Project:
        """Return the record of one of the projects looked at."""
        return next(each for each in self.projects if each.id == project)

    def published(self, document: str | None) -> str | None:
        """Return when a document was published, if that is known."""
        found = self.view.snapshot.by_id.get(document or "")
        return found.published if isinstance(found, Document) else None

    @cached_property
    def questions(self) -> tuple[SetQuestion, ...]:
        """Return the set questions, in the order of their ids."""
        return self.view.snapshot.questions

    @cached_property
    def read_whole(self) -> frozenset[str]:
        """Return the projects of which at least one document is said to have been read to its end."""
        whole = {each.id for each in self.view.snapshot.documents if how_read(each) == WHOLE}
        return frozenset(project for project, documents in self.documents.items() if not whole.isdisjoint(documents))

    @cached_property
    def _chosen_documents(self) -> frozenset[str] | None:
        names = self.view.parameters["documents"]
        if names == "all":
            return None
        return frozenset(each.id for each in self.view.snapshot.documents if each.id in names or each.collection in names)

    def keeps(self, document: str | None, status: str) -> bool:
        """Return whether the view's selection keeps what a document says so firmly."""
        return status in self.view.parameters["status"] and (self._chosen_documents is None or document in self._chosen_documents)

    def themes_of(self, project: str, kind: str) -> dict[str, Theme]:
        """Return the themes of a kind that a project has to do with, by id, in the order of names.

        It has one if a statement ties the two, or if a question about the theme that asks for yes or no is answered yes.
        """
        tied = [theme for theme, _ in self.uses.get(project, ())]
        told = [theme for question, theme in self._asked if self.state(project, question) == state.REACHED]
        found = sorted((each for each in (*tied, *told) if each.kind == kind), key=lambda each: alphabetical(each.name))
        return {theme.id: theme for theme in found}

    def state(self, project: str, question: SetQuestion) -> str:
        """Return the state of a question about a project."""
        return state.of(question, self.answers.get((project, question.id), ()))

    def top(self, project: str) -> str:
        """Return the project that this one is part of in the end, or itself."""
        return self.view.lifted.get(project, project)

    def parts(self, project: str) -> tuple[str, ...]:
        """Return a project and, of those looked at, every one that is part of it."""
        within = {child for child, _ in self.view.lifted.items() if project in self._above(child)}
        return tuple(each.id for each in self.projects if each.id == project or each.id in within)

    def independent(self, projects: Iterable[str]) -> int:
        """Return how many of some projects are independent of each other: those that are part of one project count once."""
        return len({self.top(project) for project in projects})

    def levels(self, projects: Iterable[str]) -> dict[str, int]:
        """Return how many of some projects are of which kind, so that a count says of what."""
        kinds = {each.id: each.kind for each in self.projects}
        return dict(sorted(Counter(kinds[project] for project in set(projects)).items()))

    def theme_words(self, project: str) -> set[str]:
        """Return the folded ids, names and aliases of the themes that a project has to do with."""
        return {folded(spelling) for theme, _ in self.uses.get(project, ()) for spelling in (theme.id, theme.name, *theme.aliases)}

    def text(self, project: Project) -> str:
        """Return all that is coded of a project, as one text to look for words in."""
        told: list[str | None] = [project.id, project.name, *project.aliases, project.number, project.region, project.note]
        told += [value for _, value in project.attributes]
        told += [theme.name for theme, _ in self.uses.get(project.id, ())]
        told += [actor.name for actor, _ in self.partners.get(project.id, ())]
        told += [answer.answer for question in self.questions for answer in self.answers.get((project.id, question.id), ())]
        told += [figure.indicator for figure in self.figures.get(project.id, ())]
        return " ".join(filter(None, told))

    @cached_property
    def _asked(self) -> tuple[tuple[SetQuestion, Theme], ...]:
        themes = {theme.id: theme for theme in self.view.snapshot.themes}
        return tuple((each, themes[each.theme]) for each in self.questions if each.scale == "yes_no" and each.theme in themes)

    @cached_property
    def _next_up(self) -> Mapping[str, Sequence[str]]:
        found: dict[str, list[str]] = {}
        for tie in self.view.selected.structure:
            if tie.type == "part_of" and isinstance(self.view.snapshot.by_id[tie.source], Project):
                found.setdefault(tie.source, []).append(tie.target)
        return found

    def _above(self, project: str) -> set[str]:
        above: set[str] = set()
        ahead = [project]
        while ahead:
            for target in self._next_up.get(ahead.pop(), ()):
                if target not in above:
                    above.add(target)
                    ahead.append(target)
        return above


def how_read(document: Document) -> str | None:
    """Return how much of a document was read: whole, part or title; None if nobody has said."""
    return getattr(document, "read", None) or dict(document.attributes).get("read")


def _stand_alone(view: View) -> Iterator[Project]:
    for project in view.snapshot.projects:
        if project.id in view.selected.present and view.vocabulary.kind("project", project.kind).analysed:
            yield project
