"""The command invite: whom to invite to a network, on what terms, and why."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import click

from actormap.cli import options, session
from actormap.cli.ask import SELECTION

COUNT = click.IntRange(min=1)


@click.command()
@options.network
@click.option("--seats", type=COUNT, default=3, show_default=True, help="How many to invite.")
@click.option("--include", metavar="ID,…", help="Invite these whatever the rules say.")
@click.option("--exclude", metavar="ID,…", help="Do not invite these, besides those that actormap.toml excludes.")
@click.option("--exclude-kind", "exclude_kinds", metavar="KIND,…", help="Do not invite these kinds.")
@click.option("--region", "regions", metavar="NAME,…", help="Invite only from these regions; those of actormap.toml unless given.")
@click.option("--workload", type=COUNT, metavar="M", help="Spare those who take part in M venues or more already.")
@click.option("--per-kind", type=COUNT, metavar="N", help="At most N of one kind among those invited.")
@click.option("--per-municipality", type=COUNT, metavar="N", help="At most N of one municipality among those invited.")
@click.option("--may-leave", metavar="ID,…", help="Members who need not stay.")
@click.option("--keep", metavar="ID,…", help="Members who stay in any case, also when sizes are compared.")
@click.option("--smallest", type=COUNT, metavar="N", help="The network has at least N members afterwards.")
@click.option("--largest", type=COUNT, metavar="N", help="The network has at most N members afterwards.")
@click.option("--front", is_flag=True, help="Say also how much a network of each size could cover.")
@click.option("--picture", "drawing", type=options.A_FILE, metavar="FILE", help="Draw that (SVG), with today's place on it.")
@click.option("--listed", type=COUNT, default=200, show_default=True, help="How many equally good sets to list.")
@click.option("--seconds", type=click.FloatRange(min=0.1), default=60.0, show_default=True, help="Seconds for the proof at most.")
@click.option("--no-certainty", is_flag=True, help="Do not say how often each is still chosen when statements are left out.")
@click.option("--resamples", type=COUNT, default=100, show_default=True, help="How often to leave out a tenth of the statements.")
@options.budget
@options.seed
@options.evidence
@click.option("--no-lift", is_flag=True, help="Let units and sub-projects stand for themselves.")
@options.selection
@options.source
@options.table
def invite(network: str | None, **given: Any) -> None:
    """Say whom to invite to a network, so that most of what it needs is covered.

    Best is the set that makes most weight of the table coverage covered, then reaches most actors that no member reaches today, then leaves
    most cells that survive the loss of any one member. All sets that are best are listed, proven by a bound and HiGHS, or the gap is told.
    Every rule that keeps somebody out is named with whom; the rules stand in [invite] of actormap.toml.
    """
    conditions = {name: given.pop(name) for name in SELECTION}
    source = {name: given.pop(name) for name in ("workspace", "store", "lang")}
    atlas = session.atlas(**source, quiet=given["quiet"], conditions=conditions)
    with session.progress("Leaving statements out", quiet=given["quiet"]) as advance:
        found = atlas.invite(_wish(given), network, lift=not given["no_lift"], rules=_rules(given, atlas), **_asked(given, advance))
    _answer(found, atlas, given)


def _wish(given: dict[str, Any]) -> Any:
    from actormap.analysis.composition.invitation.terms import InvitationTerms

    named: dict[str, Any] = {name: session.names(given[name]) for name in ("include", "keep", "may_leave")}
    return InvitationTerms(**named, **{name: given[name] for name in ("seats", "per_kind", "per_municipality", "smallest", "largest")})


def _rules(given: dict[str, Any], atlas: Any) -> Any:
    rules = atlas.invite_rules
    return replace(
        rules,
        regions=session.names(given["regions"]) or rules.regions,
        exclude=(*rules.exclude, *session.names(given["exclude"])),
        exclude_kinds=(*rules.exclude_kinds, *session.names(given["exclude_kinds"])),
        workload=given["workload"],
    )


def _asked(given: dict[str, Any], advance: Any) -> dict[str, Any]:
    sure = {"resamples": given["resamples"], "budget": given["budget"], "seed": given["seed"], "progress": advance}
    return {
        "listed": given["listed"],
        "seconds": given["seconds"],
        "certainty": None if given["no_certainty"] else sure,
        "front": given["front"] or given["drawing"] is not None,
    }


def _answer(found: Any, atlas: Any, given: dict[str, Any]) -> None:
    from actormap.output import render
    from actormap.output.pages import invitation

    writer, form, file, quiet = session.writer(atlas.vocabulary, atlas.lang), given["form"], given["output"], given["quiet"]
    grounds = [atlas.invite_grounds(found, lift=not given["no_lift"])] if given["evidence"] else []
    chosen = session.form_of(form, file, "table")
    if chosen in ("table", "md"):
        name = atlas.snapshot.by_id[found.focal].name
        page = invitation.write(found, name, writer, markdown=chosen == "md")
        more = "".join(f"\n{render.render(each, chosen, writer)!s}" for each in grounds)
        session.deliver(page + more, file, writer.texts, quiet=quiet)
    else:
        told = invitation.in_words(found, writer.texts)
        session.answer(told, writer, form, file, *told.besides(), *grounds, quiet=quiet)
    if given["drawing"] is not None:
        from actormap.output.charts import pareto

        session.deliver(pareto.draw(found.front, writer.texts), given["drawing"], writer.texts, quiet=quiet)


COMMANDS = (invite,)
