"""The commands that compile projects: projects list, show, compare, matrix, map."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import click

from actormap.cli import options, output, screen, session
from actormap.cli.command import command
from actormap.cli.project_filter import ProjectFilter, choice
from actormap.cli.request import Request, names
from actormap.cli.subcommands import Subcommands
from actormap.errors import UsageError
from actormap.model.choices import CONTEXT, PROJECT_ORDERS
from actormap.output import pictures

if TYPE_CHECKING:
    from actormap.atlas.atlas import Atlas
    from actormap.atlas.compiled import CompiledProjects


@click.group(cls=Subcommands, short_help="Compile projects: list, show, compare, map the evidence.")
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
@options.about("project")
@options.sayings
@options.source
@options.table
def show(request: Request, project: str | None) -> None:
    """Show all that is coded of one project: one card, with the evidence of every line.

    Questions that nobody has looked for an answer to are counted and listed last: they are no silence and no "no".
    """
    from actormap.output.projects import card

    atlas, compiled = _open(request)
    output.show(compiled.card(atlas.project(project)), atlas, request, prose=partial(card.write, terminal=screen.terminal(request)))


@command("compare", short="Compare projects, or groups of them.")
@click.argument("sides", nargs=-1, required=True, metavar="PROJECT…")
@click.option("--with-parts", is_flag=True, help="Take along what is part of each: regional parts, workshops.")
@click.option("--others", is_flag=True, help="Add all other coded projects as a side.")
@choice
@options.sayings
@options.source
@options.table_or_page
def compare(request: Request, projectfilter: ProjectFilter, sides: tuple[str, ...], with_parts: bool, others: bool) -> None:
    """Compare projects: methods, factors, target groups, partners and results that are shared, unique, missing; money, months, shares.

    Each PROJECT is a side; several with + between are one, with a name before = if you like: `projects compare
    "Plug In=plug-in+plug-in-2" --with-parts --others` sets Plug In with its parts and workshops against all others. Missing is not "no": of
    most projects only a part has been read, and it is said of how many a whole document was. Parts of one project count as one independent.
    """
    from actormap.output.projects import comparison, page, workbook

    atlas, compiled = _open(request, projectfilter)
    label = output.texts(atlas.lang)("projects.compare.others") if others else None
    result = compiled.compare(sides, with_parts=with_parts, others=label)
    told = partial(comparison.write, terminal=screen.terminal(request))
    output.show(result, atlas, request, prose=told, page=page.comparison, workbook=workbook.comparison)


@command("matrix", short="Lay out projects against questions, or against themes.")
@click.option("--by", type=click.Choice(["questions", "themes"]), default="questions", show_default=True, help="What stands across.")
@click.option("--only", metavar="NAME,…", help="Only these questions or groups of them, or these themes or kinds of themes.")
@choice
@options.sayings
@options.source
@options.table_or_page
def matrix(request: Request, projectfilter: ProjectFilter, by: str, only: str | None) -> None:
    """Lay out projects against the set questions: in each cell a state, told apart by sign and word and not by colour alone.

    Not seen: nobody has looked. Silent: somebody read the whole, and it says nothing. Not measured: the source's own word. Measured without
    effect, partly, reached: by the question's scale. Only planned: no result. Answered: a text or a figure without a scale.
    """
    from actormap.output.projects import matrix as words
    from actormap.output.projects import page, workbook

    atlas, compiled = _open(request, projectfilter)
    told = partial(words.write, terminal=screen.terminal(request))
    output.show(compiled.matrix(by, names(only)), atlas, request, prose=told, page=page.matrix, workbook=workbook.matrix)


@command("map", short="Map the evidence: methods or factors against results.")
@click.option("--rows", type=click.Choice(["methods", "factors"]), default="methods", show_default=True, help="The rows.")
@click.option(
    "--columns", type=click.Choice(["questions", "indicators"]), default="questions", show_default=True, help="What stands across."
)
@click.option("--since", metavar="DATE", help="Show what is new: coded on this date or later, else published then.")
@click.option("--context", metavar="NAME=VALUE", default=CONTEXT, show_default=True, help="Whom it is about, for relevance.")
@options.date
@choice
@options.picture("Draw it for a wall (SVG).")
@options.sayings
@options.source
@options.table_or_page
def map_(
    request: Request, projectfilter: ProjectFilter, rows: str, columns: str, since: str | None, context: str, date: str | None
) -> None:
    """Map the evidence: methods or factors against results, in each cell which way it points, how sure that is, and of how many projects.

    A project stands in a cell when it uses the method; that its result goes with it does not say that the one has led to the other. A gap
    has a kind: nobody has looked, the source is silent, it has not measured, it measured without effect. How sure is judged by four reasons
    after GRADE-CERQual. The page (--format html) narrows by region, target group, programme and area, and opens what a cell rests on.
    """
    from actormap.analysis.projects.conditions import usual_context
    from actormap.output.projects import map_page, map_words, workbook

    day = session.the_day(date)
    atlas, compiled = _open(request, projectfilter)
    if not all(context.partition("=")):
        raise UsageError(f'--context "{context}" is no condition.', hint=f"Write it as {CONTEXT}.")
    asked = context if context != CONTEXT else usual_context(atlas.snapshot.projects)
    result = compiled.map(lines=rows, columns=columns, since=session.a_date(since, "--since"), context=asked)
    output.show(
        result,
        atlas,
        request,
        besides=[each for each in (result.lines, result.evidence) if each],
        prose=partial(map_words.write, terminal=screen.terminal(request)),
        page=lambda found, writer: map_page.write(found, compiled.compilation, writer, day),
        picture=pictures.draw,
        workbook=workbook.evidence_map,
    )


def _open(request: Request, projectfilter: ProjectFilter | None = None) -> tuple[Atlas, CompiledProjects]:
    conditions = None if projectfilter is None else projectfilter.conditions()
    atlas = session.open(request)
    return atlas, atlas.projects(conditions)


for _each in (list_, show, compare, matrix, map_):
    projects.add_command(_each)

COMMANDS = (projects,)
