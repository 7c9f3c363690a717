"""The command invite: whom to invite to a network, on what terms, and why."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

import click

from actormap.cli import options, output, session
from actormap.cli.command import SURE, command, option
from actormap.cli.request import Request, names
from actormap.errors import UnknownName, UsageError, parameter, several
from actormap.output import pictures

if TYPE_CHECKING:
    from actormap.analysis.composition.invitation.terms import InvitationTerms
    from actormap.atlas.atlas import Atlas
    from actormap.model.invite_rules import InviteRules

COUNT = click.IntRange(min=1)
PROOF, RESAMPLING = 60.0, 10.0  # seconds
NATIONAL = "national"  # the region of those who belong to the whole country


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the options say of who is to be invited and of the network afterwards."""

    seats: int
    include: str | None
    exclude: str | None
    exclude_kinds: str | None
    regions: str | None
    workload: int | None
    per_kind: int | None
    per_municipality: int | None
    may_leave: str | None
    keep: str | None
    smallest: int | None
    largest: int | None
    bring: str | None

    def terms(self) -> InvitationTerms:
        """Return what an invitation is to keep to."""
        from actormap.analysis.composition.invitation.terms import InvitationTerms

        return InvitationTerms(
            seats=self.seats,
            include=names(self.include),
            keep=names(self.keep),
            may_leave=names(self.may_leave),
            per_kind=self.per_kind,
            per_municipality=self.per_municipality,
            smallest=self.smallest,
            largest=self.largest,
        )

    def rules(self, rules: InviteRules, known: Collection[str]) -> InviteRules:
        """Return the rules of a workspace with those of the options: who may not be invited at all.

        Raises `UsageError` for somebody who is both wanted and not, `UnknownName` for a region that no actor belongs to.
        """
        both = sorted({*names(self.include)} & {*names(self.exclude)})
        if both:
            raise UsageError(
                f"{several(both)} cannot be invited and not be invited.",
                hint=f"Take it out of {parameter('include')} or of {parameter('exclude')}.",
            )
        spelled = {region.casefold(): region for region in known}
        for region in names(self.regions):
            if region.casefold() not in spelled:
                raise UnknownName("region", region, known)
        return replace(
            rules,
            regions=tuple(spelled[region.casefold()] for region in names(self.regions)) or rules.regions,
            exclude=(*rules.exclude, *names(self.exclude)),
            exclude_kinds=(*rules.exclude_kinds, *names(self.exclude_kinds)),
            workload=self.workload,
        )


_wish = partial(option, into=Wishes)


@command(
    short="Say whom to invite, so that most of that is covered.",
    headings={
        "Whom to invite": ("include", "exclude", "exclude_kinds", "regions", "workload", "per_kind", "per_municipality", "bring"),
        "What becomes of the network": ("may_leave", "keep", "smallest", "largest"),
    },
)
@options.network
@options.seats("How many to invite.", name="seats", into=Wishes)
@_wish("--include", metavar="ID,…", help="Invite these whatever the rules say.")
@_wish("--exclude", metavar="ID,…", help="Do not invite these, besides those that actormap.toml excludes.")
@_wish("--exclude-kind", "exclude_kinds", metavar="KIND,…", help="Do not invite these kinds.")
@_wish("--region", "regions", metavar="NAME,…", help="Invite only from these regions; those of actormap.toml unless given.")
@_wish("--workload", type=COUNT, metavar="M", help="Spare those who take part in M venues or more already.")
@_wish("--per-kind", type=COUNT, metavar="N", help="At most N of one kind among those invited.")
@_wish("--per-municipality", type=COUNT, metavar="N", help="At most N of one municipality among those invited.")
@_wish("--may-leave", metavar="ID,…", help="Members who need not stay.")
@_wish("--keep", metavar="ID,…", help="Members who stay in any case, also when sizes are compared.")
@_wish("--smallest", type=COUNT, metavar="N", help="The network has at least N members afterwards.")
@_wish("--largest", type=COUNT, metavar="N", help="The network has at most N members afterwards.")
@_wish(
    "--bring", metavar="THEME,…", help="Wish for somebody who has these methods or factors, from what is over too unless --at says when."
)
@click.option("--front", is_flag=True, help="Say also how much a network of each size could cover.")
@options.picture("Draw that (SVG), with today's place on it.")
@options.top("How many equally good sets to list.", default=200, formerly=("--listed",), name="listed")
@option("--no-certainty", heading=SURE, is_flag=True, help="Do not say how often each is still chosen when statements are left out.")
@option("--resamples", heading=SURE, type=COUNT, default=100, show_default=True, help="How often to leave out a tenth of the statements.")
@option(
    "--seconds",
    heading=SURE,
    type=click.FloatRange(min=0.1),
    help="Seconds to spend at most, on the proof and on leaving statements out  [default: 60, and 10]",
)
@option("--budget", heading=SURE, type=click.FloatRange(min=0.1), hidden=True, help="Seconds for leaving statements out.")
@options.seed
@options.evidence
@options.no_lift
@options.selection
@options.source
@options.form
def invite(
    request: Request,
    wishes: Wishes,
    network: str | None,
    front: bool,
    listed: int,
    seconds: float | None,
    no_certainty: bool,
    resamples: int,
    budget: float | None,
    seed: int,
) -> None:
    """Say whom to invite to a network, so that most of what it needs is covered.

    Best is the set that makes most weight of the table coverage covered, then reaches most actors beyond those invited that no member
    reaches today, then leaves most cells that survive the loss of any one member. Somebody who is invited counts for a role only if the
    requirement names its kind or it is the municipality asked for, or if the sources give it the role elsewhere. All sets that are best are
    listed, proven by a bound and HiGHS, or the gap is told.
    Every rule that keeps somebody out is named with whom; the rules stand in [invite] of actormap.toml.
    """
    from actormap.output.pages import invitation

    atlas = session.open(request)
    wished = output.texts(atlas.lang)("invite.wished")
    atlas = atlas.wishing(names(wishes.bring), wished, network) if wishes.bring else atlas
    with session.progress("Leaving statements out", request) as advance:
        result = atlas.invite(
            wishes.terms(),
            network,
            rules=wishes.rules(atlas.invite_rules, _regions(atlas)),
            lift=request.lift,
            listed=listed,
            seconds=seconds or PROOF,
            certainty=None
            if no_certainty
            else {"resamples": resamples, "budget": budget or seconds or RESAMPLING, "seed": seed, "progress": advance},
            front=front or request.picture is not None,
        )
    grounds = atlas.invite_grounds(result, lift=request.lift) if request.evidence else None
    if output.form_of(request) not in output.IN_WORDS:
        result = invitation.in_words(result, output.texts(atlas.lang))
    bring = [row for row in atlas.coverage(network, lift=request.lift).rows if row["row"] == wished] if wishes.bring else []
    output.show(
        result,
        atlas,
        request,
        besides=result.besides(),
        evidence=grounds,
        prose=lambda result, writer, markdown: invitation.write(
            result, atlas.snapshot.by_id[result.focal].name, writer, markdown=markdown, width=output.width_of_text(request), wishes=bring
        ),
        picture=pictures.draw,
    )


def _regions(atlas: Atlas) -> tuple[str, ...]:
    found = (getattr(node, "region", None) for node in (*atlas.snapshot.actors, *atlas.snapshot.municipalities))
    return tuple(sorted({NATIONAL, *atlas.invite_rules.regions, *filter(None, found)}))


COMMANDS = (invite,)
