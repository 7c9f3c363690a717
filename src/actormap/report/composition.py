"""A report composed: the parts of an edition, one after the other, as one document."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from actormap.atlas.atlas import Atlas
from actormap.model import lookup
from actormap.output.document.blocks import AnswerSpace, Block
from actormap.output.document.publication import Publication
from actormap.report import disclosure
from actormap.report.editions import INTERNAL, ReportEdition
from actormap.report.inquiry import Inquiry
from actormap.report.parts import (
    calendar,
    changes,
    coverage,
    decisions,
    easy,
    faults,
    gaps,
    guidelines,
    invitation,
    key_actors,
    method,
    municipality,
    network,
    present,
    projects,
    short,
)

ReportPart = Callable[[Inquiry], Iterator[Block]]
PARTS: Mapping[str, ReportPart] = {
    "decisions": decisions.write,
    "short": short.write,
    "easy": easy.write,
    "municipality": municipality.write,
    "present": present.write,
    "key_actors": key_actors.write,
    "fields": network.fields,
    "changes": changes.write,
    "coverage": coverage.write,
    "others": network.others,
    "invitation": invitation.write,
    "calendar": calendar.write,
    "posts": network.posts,
    "clusters": network.clusters,
    "factors": network.factors,
    "projects": projects.write,
    "gaps": gaps.write,
    "guidelines": guidelines.write,
    "questions": network.questions,
    "faults": faults.write,
    "method": method.method,
    "glossary": method.glossary,
    "sources": method.sources,
    "colophon": method.colophon,
}

OF_THE_EDITION = ("method", "glossary", "sources", "colophon")  # parts that tell of the edition itself


def compose(
    atlas: Atlas,
    date: str,
    *,
    network: str | None = None,
    edition: ReportEdition = INTERNAL,
    whole: Atlas | None = None,
    subject: str | None = None,
    before: Atlas | None = None,
    map_svg: str | None = None,
) -> Publication:
    """Return the report of a network, the focal one unless another is named, or without any of all there is.

    `atlas` is the graph as the edition may show it, `whole` with all that is known: what only one of them says is left out, since what an
    edition leaves out is no gap in the sources. `subject` is the actor that an edition is about, by id, name or alias; `before` the graph
    that it is compared with; `map_svg` the map drawn for paper, as the edition may show it.

    Raises `UnknownName` if an edition is about one and `subject` is no municipality.
    """
    actor = _municipality(atlas, subject) if edition.about_one else None
    inquiry = Inquiry(atlas, date, atlas.focus(network), edition, actor, before=before, map_svg=map_svg)
    if whole is not None and whole.snapshot is not atlas.snapshot:
        inquiry = replace(inquiry, known=replace(inquiry, atlas=whole))
    pen = inquiry.pen
    title = (
        "report.title_of_one"
        if actor
        else f"report.title_{edition.name}"
        if pen.texts.says(f"report.title_{edition.name}")
        else "report.title"
    )
    return Publication(
        title=pen(title, network=inquiry.network, name=pen.names[actor] if actor else ""),
        language=atlas.lang,
        date=date,
        blocks=tuple(_blocks(inquiry)),
        subject=pen(f"report.subject.{edition.name}"),
    )


def _municipality(atlas: Atlas, subject: str | None) -> str:
    """Return the id of the municipality that an edition is about."""
    return lookup.the("municipality", atlas.actor() if subject is None else subject, atlas.snapshot.municipalities)


def _blocks(inquiry: Inquiry) -> Iterator[Block]:
    """Yield the parts of an edition that have something to say; what may leave the house has no room for the group's own words."""
    for part in inquiry.edition.parts:
        found = [*PARTS[part](inquiry)]
        if inquiry.known is not None and part not in OF_THE_EDITION:
            found = disclosure.blocks(found, [*PARTS[part](inquiry.known)])
        yield from (block for block in found if not (inquiry.edition.public and isinstance(block, AnswerSpace)))
