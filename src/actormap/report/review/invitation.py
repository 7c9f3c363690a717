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


def write(found: Invitation, support: InvitationEvidence, pen: Pen) -> Section:
    """Return the proposal with its reasons, how many are as good, how sure it is, and who is not proposed by which rule."""
    network = pen.names[found.focal]
    left_out = items(*_left_out(found, pen), lead=pen("review.invite.left_out"))
    if not found.rows:
        none = paragraph(why_nobody(found, network, pen.texts))
        return section(pen("invite.title", network=network), none, items(*questions(found, pen)), left_out)
    return section(
        pen("invite.title", network=network),
        items(*_reasons(found, support, pen), lead=proposal(found, pen)),
        paragraph(*worth(found, pen.texts)),
        paragraph(equals(found, pen), _often(found, pen)),
        items(*_sure(found, pen), lead=pen("review.invite.sure")),
        left_out,
    )


def proposal(found: Invitation, pen: Pen) -> str:
    """Return the proposal in a sentence, empty if there is none."""
    if not found.rows:
        return ""
    names = listing(found.rows[0]["names"], pen.texts)
    return pen("invite.proposal", n=len(found.rows[0]["set"]), names=names) + "."


def questions(found: Invitation, pen: Pen) -> list[str]:
    """Return what could give a reason to invite somebody, if there is no proposal."""
    return [pen("invite.nobody.ask", cell=row["cell"], names=row["name"]) for row in found.to_ask.rows] if found.to_ask else []


def _reasons(found: Invitation, support: InvitationEvidence, pen: Pen) -> Iterator[str]:
    first = found.rows[0]
    told = dict(each.split(": ", 1) for each in in_words(found, pen.texts).rows[0]["reasons"])
    for actor, name in zip(first["set"], first["names"], strict=True):
        rows = [row for row in support.rows if row["id"] == actor and row["document"] and row["source"] == actor]
        places = {" ".join(filter(None, (row["document"], row["locator"]))) for row in rows}
        yield f"{name}: {told.get(name, '')}" + pen.cited(sorted(places))


def equals(found: Invitation, pen: Pen) -> str:
    """Return how many other sets are as good as the proposal, empty if none is."""
    return how_many_equals(found, pen.texts)


def _often(found: Invitation, pen: Pen) -> str:
    """Return who is most often in the sets that are as good; nothing if they are not all known, since those listed are no sample."""
    if found.more or len(found.rows) < 2:
        return ""
    counts = Counter(name for row in found.rows for name in row["names"]).most_common()
    # Who is as often in them as somebody who has no room is not named either.
    named = counts if len(counts) <= OFTEN else [pair for pair in counts if pair[1] > counts[OFTEN][1]]
    return pen("review.invite.often", names=[pen("invite.equal.times", name=name, n=n) for name, n in named]) if named else ""


def _sure(found: Invitation, pen: Pen) -> Iterator[str]:
    sure = found.stability
    if sure is not None and sure.done:
        for row in sure.rows:
            if row["invited"]:
                yield pen("review.invite.still", name=row["name"], percent=round(100 * row["chosen"]))
        yield pen("invite.sure.how", n=sure.done, left_out=sure.left_out, groups=sure.groups)


def _left_out(found: Invitation, pen: Pen) -> Iterator[str]:
    by_rule: dict[str, list[str]] = {}
    for row in found.left_out.rows if found.left_out else ():
        if row["kind"] not in WITHOUT_SAYING:
            by_rule.setdefault(row["rule"], []).append(row["name"])
    asked = found.context.parameters
    regions = [pen.texts.entries.get(f"invite.region.{each}", each) for each in asked["regions"]]
    for rule, names in by_rule.items():
        yield pen(f"invite.rule.{rule}", names=names, regions=regions, workload=asked["workload"])


def worded(found: Invitation, pen: Pen) -> tuple[Result, ...]:
    """Return the invitation with its reasons as sentences, and what stands beside it."""
    return (in_words(found, pen.texts), *found.besides())
