"""Whom to invite, in words and in short; the command invite tells more of the same result."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from actormap.analysis.composition.invitation.evidence import InvitationEvidence
from actormap.analysis.composition.invitation.invite import Invitation
from actormap.analysis.result import Result
from actormap.output.pages.invitation import how_many_equals, in_words, listing, why_nobody, worth
from actormap.report.review.document import Section, items, paragraph, section
from actormap.report.review.writer import Pen

OFTEN = 5  # of those in sets as good as the first
WITHOUT_SAYING = ("role", "group")  # nobody expects a post or an unnamed group to be invited


def write(invitation: Invitation, support: InvitationEvidence, pen: Pen) -> Section:
    """Return the proposal with its reasons, how many are as good, how sure it is, and who is not proposed by which rule."""
    network = pen.names[invitation.focal]
    left_out = items(*_left_out(invitation, pen), lead=pen("review.invite.left_out"))
    if not invitation.rows:
        none = paragraph(why_nobody(invitation, network, pen.texts))
        return section(pen("invite.title", network=network), none, items(*questions(invitation, pen)), left_out)
    return section(
        pen("invite.title", network=network),
        items(*_reasons(invitation, support, pen), lead=proposal(invitation, pen)),
        paragraph(*worth(invitation, pen.texts)),
        paragraph(equals(invitation, pen), _often(invitation, pen)),
        items(*_sure(invitation, pen), lead=pen("review.invite.sure")),
        left_out,
    )


def proposal(invitation: Invitation, pen: Pen) -> str:
    """Return the proposal in a sentence, empty if there is none."""
    if not invitation.rows:
        return ""
    names = listing(invitation.rows[0]["names"], pen.texts)
    return pen("invite.proposal", n=len(invitation.rows[0]["set"]), names=names) + "."


def questions(invitation: Invitation, pen: Pen) -> list[str]:
    """Return what could give a reason to invite somebody, if there is no proposal."""
    return [pen("invite.nobody.ask", cell=row["cell"], names=row["name"]) for row in invitation.to_ask.rows] if invitation.to_ask else []


def _reasons(invitation: Invitation, support: InvitationEvidence, pen: Pen) -> Iterator[str]:
    first = invitation.rows[0]
    told = dict(each.split(": ", 1) for each in in_words(invitation, pen.texts).rows[0]["reasons"])
    for actor, name in zip(first["set"], first["names"], strict=True):
        yield f"{name}: {told.get(name, '')}" + pen.cited(places(support, actor))


def places(support: InvitationEvidence, actor: str) -> list[str]:
    """Return where it stands what somebody who is invited takes part in."""
    rows = [row for row in support.rows if row["id"] == actor and row["document"] and row["source"] == actor]
    return sorted({" ".join(filter(None, (row["document"], row["locator"]))) for row in rows})


def equals(invitation: Invitation, pen: Pen) -> str:
    """Return how many other sets are as good as the proposal, empty if none is."""
    return how_many_equals(invitation, pen.texts)


def _often(invitation: Invitation, pen: Pen) -> str:
    """Return who is most often in the sets that are as good; nothing if they are not all known, since those listed are no sample."""
    if invitation.more or len(invitation.rows) < 2:
        return ""
    counts = Counter(name for row in invitation.rows for name in row["names"]).most_common()
    # Who is as often in them as somebody who has no room is not named either.
    named = counts if len(counts) <= OFTEN else [pair for pair in counts if pair[1] > counts[OFTEN][1]]
    return pen("review.invite.often", names=[pen("invite.equal.times", name=name, n=n) for name, n in named]) if named else ""


def _sure(invitation: Invitation, pen: Pen) -> Iterator[str]:
    sure = invitation.stability
    if sure is not None and sure.done:
        for row in sure.rows:
            if row["invited"]:
                yield pen("review.invite.still", name=row["name"], percent=round(100 * row["chosen"]))
        yield pen("invite.sure.how", n=sure.done, left_out=sure.left_out, groups=sure.groups)


def _left_out(invitation: Invitation, pen: Pen) -> Iterator[str]:
    by_rule: dict[str, list[str]] = {}
    for row in invitation.left_out.rows if invitation.left_out else ():
        if row["kind"] not in WITHOUT_SAYING:
            by_rule.setdefault(row["rule"], []).append(row["name"])
    asked = invitation.context.parameters
    regions = [pen.texts.entries.get(f"invite.region.{each}", each) for each in asked["regions"]]
    for rule, names in by_rule.items():
        yield pen(f"invite.rule.{rule}", names=names, regions=regions, workload=asked["workload"])


def worded(invitation: Invitation, pen: Pen) -> tuple[Result, ...]:
    """Return the invitation with its reasons as sentences, and what stands beside it."""
    return (in_words(invitation, pen.texts), *invitation.besides())
