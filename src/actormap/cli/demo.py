"""The command that shows the whole way once: demo."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from actormap.cli import options, output, session
from actormap.cli.command import command
from actormap.cli.request import Request

if TYPE_CHECKING:
    from actormap.atlas.atlas import Atlas


@command(short="Go the whole way with the GRIA data, to a map and a report.")
@click.option(
    "--output",
    "-o",
    "folder",
    type=options.HomePath(file_okay=False),
    default=Path("visualisations"),
    show_default=True,
    metavar="DIR",
    help="Where the map and the report land.",
)
@options.of_statements(
    "--documents", "-d", metavar="NAME,…", default="all", show_default=True, help="Which documents to build on: five, or all."
)
@options.date
@options.language
@options.quiet
def demo(request: Request, folder: Path, date: str | None) -> None:
    """Go the whole way with the GRIA data: check, load, analyse, then a map and a report in visualisations/.

    GRIA is the network of 13 municipalities in the Göteborg region for young people who risk ending up outside school and work.
    """
    atlas = session.open(replace(request, workspace="gria"))
    texts = output.texts(atlas.lang)
    for step in _steps(atlas, folder, session.the_day(date)):
        output.say(texts(step.key, **step.values), request)


@dataclass(frozen=True, slots=True)
class DemoStep:
    """One thing done, to be told: a key of the catalogue and what fills it."""

    key: str
    values: Mapping[str, Any]


def _steps(atlas: Atlas, folder: Path, date: str) -> Iterator[DemoStep]:
    """Go the whole way from a loaded graph to a map and a report in a folder, and yield each step as it is done."""
    from actormap import files
    from actormap.graph.attributes import ACTOR
    from actormap.map import compose
    from actormap.output.document import writers
    from actormap.report import composition

    ranking, found = atlas.centrality("degree", normalised=False, top=1), atlas.gaps()
    counts, first = ranking.context.summary, ranking.rows[0]
    shown = atlas.shown()
    yield DemoStep("demo.checked", {"documents": len(compose.cited(shown)), "relationships": len(shown.relationships)})
    yield DemoStep("demo.loaded", {name: counts[name] for name in ("actors", "venues", "ties")})
    yield DemoStep("demo.key", {"name": first["name"], "n": ranking.score(first, "degree"), "of": counts["venues"]})
    for row in atlas.cutpoints().rows:
        if row["side"] == ACTOR and row["cut_off"]:
            yield DemoStep("demo.split", {"name": row["name"], "n": row["parts"], "before": len(counts["parts"])})
    outsiders, idle = found.of("not_in_network"), found.of("no_project")
    network = atlas.snapshot.by_id[found.focal].name
    yield DemoStep("demo.gaps", {"outsiders": len(outsiders), "network": network, "municipalities": len(idle)})
    yield DemoStep("demo.map", {"file": files.write_text(folder / "gria.html", compose.draw_map(atlas, date))})
    report = writers.write(composition.compose(atlas, date), "html")
    yield DemoStep("demo.report", {"file": files.write_bytes(folder / "gria-report.html", report)})


COMMANDS = (demo,)
