"""The commands that ask the network: centrality, cutpoints, communities, gaps."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from actormap.cli import desk, options

if TYPE_CHECKING:
    from actormap.analysis.result import Result
    from actormap.atlas import Atlas

SELECTION = ("documents", "status", "at", "since", "until", "where")
VIEW = ("view_name", "no_lift", "also", "weighted")


def _asked(ask: Callable[[Atlas, dict[str, Any]], Result], given: dict[str, Any]) -> None:
    """Open the graph that the options name, ask it, and give the answer in the form that was asked for."""
    conditions = {name: given.pop(name) for name in SELECTION}
    chosen = desk.view_options(*(given.pop(name) for name in VIEW)) if "view_name" in given else {}
    form, output, quiet = given.pop("form"), given.pop("output"), given["quiet"]
    atlas = desk.atlas(**given, conditions=conditions)
    desk.answer(ask(atlas, chosen), desk.writer(atlas.vocabulary, atlas.lang), form, output, quiet=quiet)


@click.command()
@click.option("--measure", "-m", metavar="NAME,…", default="degree", show_default=True, help="The first ranks; the others stand beside it.")
@click.option("--top", type=click.IntRange(min=1), help="So many actors and so many venues, and who ties with the last.")
@click.option("--raw", is_flag=True, help="Scores as they are counted, not normalised.")
@options.view
@options.selection
@options.source
@options.table
def centrality(measure: str, top: int | None, raw: bool, **given: Any) -> None:
    """Rank actors and venues: who takes part in most, who stands between.

    \b
    Measures (normalised for two-mode data as Borgatti & Everett 1997):
      degree       takes part in n of m venues
      betweenness  most paths between others pass here
      closeness    near to all others (within one's part of the network)
      harmonic     near to all others, also when the network falls into parts
      pagerank     tied to those who are themselves well tied

    A rank is no certainty: betweenness is fragile when statements are missing, degree and closeness are robust
    (Borgatti, Carley & Krackhardt 2006).
    """
    _asked(lambda atlas, view: atlas.centrality(desk.names(measure), normalised=not raw, top=top, **view), given)


@click.command()
@options.view
@options.selection
@options.source
@options.table
def cutpoints(**given: Any) -> None:
    """List whom the network cannot do without: it falls into more parts when they go."""
    _asked(lambda atlas, view: atlas.cutpoints(**view), given)


@click.command()
@options.seed
@options.view
@options.selection
@options.source
@options.table
def communities(seed: int, **given: Any) -> None:
    """Group those who work closely together (Louvain, the same for the same seed)."""
    _asked(lambda atlas, view: atlas.communities(seed=seed, **view), given)


@click.command()
@options.network
@click.option("--no-lift", is_flag=True, help="Let units and sub-projects stand for themselves.")
@options.selection
@options.source
@options.table
def gaps(network: str | None, no_lift: bool, **given: Any) -> None:
    """List what the sources show no sign of, round the network in focus.

    Organisations without a seat in it, municipalities that take part in no project, themes that nobody in it works with.
    A gap says that there is no relationship in these sources, never that somebody is inactive.
    """
    _asked(lambda atlas, _: atlas.gaps(network, lift=not no_lift), given)


COMMANDS = (centrality, cutpoints, communities, gaps)
