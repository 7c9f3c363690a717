"""An invitation in sentences: whom to invite and why, what else, how sure that is, and who is not proposed by which rule."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from actormap.analysis.composition.invitation.alternatives import AlternativesRow, SwapsRow
from actormap.analysis.composition.invitation.invite import Invitation
from actormap.analysis.composition.invitation.proposals import InvitationRow
from actormap.analysis.composition.requirements.coverage import CellRow
from actormap.i18n import Texts
from actormap.output import page_text
from actormap.output.cells import Writer

WIDTH, INDENT = 110, "  "
SHOWN = 5  # of sets as good as the first, of names in one reason
Section = tuple[str, list[str]]


def in_words(invitation: Invitation, texts: Texts) -> Invitation:
    """Return the invitation with its reasons as sentences, one an actor."""
    rows = tuple(row | {"reasons": [f"{name}: {told}" for name, told in _reasons(row, texts)]} for row in invitation.rows)
    return replace(invitation, rows=rows)


def in_order(row: InvitationRow, texts: Texts) -> list[str]:
    """Return why each actor of a proposal is invited, in the order of its ids."""
    told = dict(_reasons(row, texts))
    return [told[name] for name in row["names"]]


def write(
    invitation: Invitation,
    network: str,
    writer: Writer,
    *,
    markdown: bool = False,
    width: int | None = None,
    wishes: Sequence[CellRow] = (),
) -> str:
    """Return the invitation as text or Markdown, in the order a coordinator reads it; `width` is the terminal's, in characters.

    `wishes` say of each method or factor that is wished for whether the network has it today.
    """
    title = writer.texts("invite.title", network=network)
    sections = [section for section in _sections(invitation, network, writer, wishes) if section[1]]
    if markdown:
        parts = [f"# {title}\n", *(f"## {head}\n\n" + "".join(f"- {line}\n" for line in lines) for head, lines in sections)]
        return "\n".join(parts)
    wide = min(width or WIDTH, WIDTH)
    parts = [f"{title}\n"]
    for head, lines in sections:
        folded = [textwrap.fill(line, wide, initial_indent=INDENT, subsequent_indent=2 * INDENT, break_on_hyphens=False) for line in lines]
        parts.append("\n".join([head, *folded]) + "\n")
    return "\n".join(parts)


def _sections(invitation: Invitation, network: str, writer: Writer, wishes: Sequence[CellRow]) -> Iterator[Section]:
    texts = writer.texts
    if not invitation.rows:
        yield texts("invite.nobody.title"), list(_nobody(invitation, network, texts))
    else:
        first = invitation.rows[0]
        yield texts("invite.proposal", n=len(first["set"]), names=listing(first["names"], texts)), list(worth(invitation, texts))
        yield texts("invite.wish.title"), list(_wished(first, wishes, texts))
        yield texts("invite.why"), [f"{name}: {told}" for name, told in _reasons(first, texts)]
        yield texts("invite.equal.title"), list(_equals(invitation, texts))
        yield texts("invite.declined.title"), list(alternatives(invitation, texts))
        yield texts("invite.swaps.title"), list(_swaps(invitation, texts))
        yield texts("invite.sure.title"), list(_sure(invitation, texts))
    yield texts("invite.front.title"), list(_front(invitation, texts))
    yield texts("invite.left_out.title"), list(_left_out(invitation, texts))


def worth(invitation: Invitation, texts: Texts) -> Iterator[str]:
    """Return what the proposal is worth, one sentence each, and how far it is proven; there is a proposal."""
    row = invitation.rows[0]
    if invitation.filled < invitation.seats:
        yield texts("invite.fewer", n=invitation.filled, seats=invitation.seats)
    if row.get("leave_names"):
        yield texts("invite.leave", names=listing(row["leave_names"], texts))
    today = invitation.weight_today
    if invitation.weight:
        yield texts(
            "invite.covered", covered=row["covered"], before=today, after=round(today + row["covered"], 9), weight=invitation.weight
        )
    else:
        yield texts("undefined.no_requirements")
    if invitation.planned:
        yield texts("invite.planned", n=len(invitation.planned), names=listing(invitation.planned, texts))
    yield texts("invite.reach", n=row["reach"])
    if invitation.weight:
        yield texts("invite.robust", n=row["robust"], before=invitation.robust_today)
    yield (
        texts(f"invite.unproven.{invitation.unproven}", bound=row["bound"], most=invitation.most)
        if invitation.unproven
        else texts("invite.proven")
    )


def _reasons(row: InvitationRow, texts: Texts) -> Iterator[tuple[str, str]]:
    by_actor: dict[str, list[str]] = {}
    for reason in row["reasons"]:
        told = {**reason, **{name: listing(reason[name], texts, SHOWN) for name in ("cells", "names", "venues") if name in reason}}
        by_actor.setdefault(reason["name"], []).append(texts(f"invite.reason.{reason['reason']}", **told))
    yield from ((name, " ".join(told)) for name, told in by_actor.items())


def _wished(row: InvitationRow, wishes: Sequence[CellRow], texts: Texts) -> Iterator[str]:
    """Yield of each wish whether somebody in the network has it already, who in the proposal has it, or that nobody there does."""
    for wish in wishes:
        met = [each["name"] for each in row["reasons"] if wish["column"] in each.get("cells", ()) and each["reason"].startswith("covers")]
        state = "today" if wish["by"] else "met" if met else "unmet"
        yield texts(f"invite.wish.{state}", wish=wish["column"], names=listing(wish["names"] or met, texts, SHOWN))


def how_many_equals(invitation: Invitation, texts: Texts) -> str:
    """Return how many other sets are as good as the proposal, empty if none is."""
    others = invitation.optima - 1 if invitation.optima else len(invitation.rows) - 1
    return texts("invite.equal.count" if invitation.optima or not invitation.more else "invite.equal.more", n=others) if others > 0 else ""


def _equals(invitation: Invitation, texts: Texts) -> Iterator[str]:
    others = len(invitation.rows) - 1
    if not others:
        return
    yield how_many_equals(invitation, texts)
    if invitation.optima and invitation.optima > len(invitation.rows):
        yield texts("invite.equal.listed", n=len(invitation.rows))
    counts = Counter(name for row in invitation.rows for name in row["names"])
    always = [name for name, count in counts.items() if count == len(invitation.rows)]
    if always:
        yield texts("invite.equal.always", names=listing(always, texts))
    varying = [texts("invite.equal.times", name=name, n=count) for name, count in counts.most_common() if count < len(invitation.rows)]
    yield texts("invite.equal.varying", names=listing(varying, texts), n=len(invitation.rows))
    yield from (listing(row["names"], texts) for row in invitation.rows[1 : 1 + SHOWN])
    if others > SHOWN:
        yield texts("invite.equal.rest")


def alternatives(invitation: Invitation, texts: Texts) -> Iterator[str]:
    """Yield the best set without each of those invited, with what is lost, a line each."""
    for row in invitation.alternatives.rows if invitation.alternatives else ():
        yield texts("invite.declined.row", name=row["without_name"], names=listing(row["names"], texts), loss=_loss(row, texts))


def _swaps(invitation: Invitation, texts: Texts) -> Iterator[str]:
    rows = invitation.swaps.rows if invitation.swaps else ()
    for out, of_one in groupby(rows, key=lambda row: str(row["out_name"])):
        by_loss = [(loss, [row["into_name"] for row in same]) for loss, same in groupby(of_one, key=lambda row: _loss(row, texts))]
        told = [texts("invite.swaps.into", names=listing(names, texts, SHOWN), loss=loss) for loss, names in by_loss[:2]]
        yield texts("invite.swaps.row", out=out, instead=texts("invite.swaps.then").join(told))


def _loss(row: AlternativesRow | SwapsRow, texts: Texts) -> str:
    losses = (("covered", row["loses_covered"]), ("reach", row["loses_reach"]), ("robust", row["loses_robust"]))
    parts = [texts(f"invite.loss.{name}.{'less' if lost > 0 else 'more'}", n=abs(lost)) for name, lost in losses if lost]
    return listing(parts, texts) if parts else texts("invite.loss.none")


def _sure(invitation: Invitation, texts: Texts) -> Iterator[str]:
    sure = invitation.stability
    if sure is None:
        return
    if not sure.done:
        yield texts("invite.sure.nothing")
        return
    yield texts("invite.sure.how", n=sure.done, left_out=sure.left_out, groups=sure.groups)
    if sure.done < sure.planned:
        yield texts("invite.sure.ended", done=sure.done, asked=sure.planned)
    for row in sure.rows[: len(invitation.rows[0]["set"]) + SHOWN]:
        percent = texts("pictures.percent", n=round(100 * row["chosen"]))
        yield texts("invite.sure.invited" if row["invited"] else "invite.sure.other", name=row["name"], percent=percent)


def _front(invitation: Invitation, texts: Texts) -> Iterator[str]:
    if invitation.front is None:
        return
    rows = [row for row in invitation.front.rows if not row["today"]]
    today = next((row for row in invitation.front.rows if row["today"]), None)
    if today is not None:
        yield texts("invite.front.today", size=today["size"], covered=today["covered"], weight=invitation.front.weight)
        same = [row for row in rows if row["size"] == today["size"]]
        if same and same[0]["covered"] > today["covered"]:
            yield texts("invite.front.better", size=today["size"], covered=same[0]["covered"])
        elif same:
            yield texts("invite.front.best", size=today["size"])
        enough = [row for row in rows if row["covered"] >= today["covered"] and row["size"] < today["size"]]
        if enough:
            yield texts("invite.front.smaller", n=enough[0]["size"])
    for row in rows:
        if row["best"] and (today is None or row["size"] >= today["size"]) and row["come"]:
            told = texts("invite.front.leave", names=listing(row["leave"], texts)) if row["leave"] else ""
            line = texts("invite.front.row", n=row["size"], covered=row["covered"], names=listing(row["come"], texts))
            yield f"{line} {told}".strip()


def why_nobody(invitation: Invitation, network: str, texts: Texts) -> str:
    """Return why there is no proposal."""
    if not invitation.candidates.eligible:
        return texts("invite.nobody.no_candidates" if invitation.left_out and invitation.left_out.rows else "invite.nobody.no_others")
    return texts("invite.nobody.no_room" if invitation.seats and not invitation.filled else "invite.nobody.no_reason", network=network)


def _nobody(invitation: Invitation, network: str, texts: Texts) -> Iterator[str]:
    yield why_nobody(invitation, network, texts)
    if not invitation.candidates.eligible:
        return
    for row in invitation.to_ask.rows if invitation.to_ask else ():
        yield texts("invite.nobody.ask", cell=row["cell"], names=listing(row["name"], texts, SHOWN))
    if invitation.to_ask and not invitation.to_ask.rows:
        yield texts("invite.nobody.nothing_to_ask")


def _left_out(invitation: Invitation, texts: Texts) -> Iterator[str]:
    by_rule: dict[str, list[str]] = {}
    for row in invitation.left_out.rows if invitation.left_out else ():
        by_rule.setdefault(row["rule"], []).append(row["name"])
    asked = invitation.context.parameters
    for rule, names in by_rule.items():
        regions = listing([texts.entries.get(f"invite.region.{each}", each) for each in asked["regions"]], texts)
        yield texts(f"invite.rule.{rule}", names=listing(names, texts), regions=regions, workload=asked["workload"])


def listing(words: Sequence[str], texts: Texts, most: int | None = None) -> str:
    """Return words as a list in a sentence, with "and" before the last; those beyond `most` are only counted."""
    from babel.lists import format_list

    shown = list(words) if most is None or len(words) <= most + 1 else [*words[:most], texts("invite.others", n=len(words) - most)]
    # A name that has a comma of its own would be taken for two.
    return page_text.listed(shown, texts) if any("," in word for word in shown) else format_list(shown, locale=texts.lang)
