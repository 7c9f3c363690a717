"""The commands that compile projects: projects list, show."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from actormap.cli import options, output, session
from actormap.cli.command import command
from actormap.cli.project_filter import ProjectFilter, choice
from actormap.cli.request import Request
from actormap.cli.subcommands import Subcommands
from actormap.model.choices import PROJECT_ORDERS

if TYPE_CHECKING:
    from actormap.atlas.atlas import Atlas
    from actormap.atlas.compiled import CompiledProjects


@click.group(cls=Subcommands, short_help="Compile projects: list, show, compare, matrix, map of evidence.")
def projects() -> None:
    """Compile what projects have done and reported, by set questions, and compare them.

    Without one of these names it lists the projects, and takes the options of `actormap projects list`. What nobody has looked for, what
    a source is silent about, and what a source says it has not measured are three different things in every answer.
    """


@command("list", short="List the projects, with money per planned participant, months and the fund's share.")
@click.option(
    "--sort", type=click.Choice(PROJECT_ORDERS), default="name", show_default=True, help="The order; figures begin with the largest."
)
@choice
@options.sayings
@options.source
@options.table
def list_(request: Request, projectfilter: ProjectFilter, sort: str) -> None:
    """List the projects, one a row.

    Money per planned participant is the whole budget by how many were planned: not reached, and in a school project they are at school
    anyway. A duration counts both days. The fund's share is support by budget, beside the rate that is stated.
    """
    atlas, compiled = _open(request, projectfilter)
    output.show(compiled.list(sort), atlas, request)


@command("show", short="Show all that is coded of one project.")
@click.argument("project")
@options.sayings
@options.source
@options.table
def show(request: Request, project: str) -> None:
    """Show all that is coded of one project: one card, with the evidence of every line.

    Questions that nobody has looked for an answer to are counted and listed last: they are no silence and no "no".
    """
    from actormap.output.projects import card

    atlas, compiled = _open(request)
    output.show(compiled.card(project), atlas, request, prose=card.write)


def _open(request: Request, projectfilter: ProjectFilter | None = None) -> tuple[Atlas, CompiledProjects]:
    conditions = None if projectfilter is None else projectfilter.conditions()
    atlas = session.open(request)
    return atlas, atlas.projects(conditions)


for _each in (list_, show):
    projects.add_command(_each)

COMMANDS = (projects,)
