"""The command that shows the whole way once: demo."""

from __future__ import annotations

from pathlib import Path

import click

from actormap.cli import options, session


@click.command()
@click.option(
    "--output",
    "-o",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("visualisations"),
    show_default=True,
    metavar="DIR",
    help="Where the map and the report land.",
)
@click.option("--documents", "-d", metavar="NAME,…", default="all", show_default=True, help="Which documents to build on: five, or all.")
@options.date
@options.language
@options.quiet
def demo(output: Path, documents: str, date: str | None, lang: str | None, quiet: bool) -> None:
    """Go the whole way with the GRIA data: check, load, analyse, then a map and a report in visualisations/.

    GRIA is the network of 13 municipalities in the Göteborg region for young people who risk ending up outside school and work.
    """
    from actormap.atlas import open as workflow

    atlas = session.atlas(workspace="gria", store=None, lang=lang, quiet=quiet, conditions={"documents": documents})
    texts = session.texts(atlas.lang)
    day = session.a_date(date, "--date") or workflow.today()
    for step in workflow.demo(atlas, output, day):
        session.say(texts(step.key, **step.values), quiet=quiet)


COMMANDS = (demo,)
