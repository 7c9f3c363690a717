"""A result as a table in HTML: the columns that a terminal shows, a caption, headings with their scope, and what stands below."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, cast

from actormap.analysis.result import Result
from actormap.i18n import Texts
from actormap.model.audience import Audience
from actormap.output import brief
from actormap.output.cells import Writer
from actormap.output.templates import environment

if TYPE_CHECKING:
    from actormap.analysis.composition.invitation.invite import Invitation
    from actormap.analysis.projects.comparison import ProjectComparison

SHOWN = 50  # rows


@dataclass(frozen=True, slots=True)
class ShownColumn:
    """A column of the table: its heading, and whether it is of numbers."""

    heading: str
    numeric: bool


def write(result: Result, audience: Audience) -> str:
    """Return a result as a table in HTML, every text of it escaped: at most `SHOWN` rows, and below them how many more there are."""
    texts = Texts.load(audience.lang)
    writer = Writer(texts, audience.vocabulary, {node.id: node.name for node in audience.snapshot.nodes()})
    result = _in_words(result, writer)
    columns = brief.columns(result, writer)
    return (
        environment("actormap.notebook")
        .get_template("table.html")
        .render(
            lang=audience.lang,
            title=texts(f"results.title.{result.name}"),
            columns=[ShownColumn(writer.head(result, each), brief.is_numeric(result, each)) for each in columns],
            rows=list(brief.cells(result, writer, columns, SHOWN)),
            rest=len(result.rows) - SHOWN,
            notes=brief.notes(result, writer, 'also=("funds",)', 'view="actors", weighted=True'),
            t=texts,
        )
    )


def _in_words(result: Result, writer: Writer) -> Result:
    """Return a result with the cells that are data for programs, such as the reasons of an invitation, in words."""
    if result.name == "project_comparison":
        from actormap.output.projects import comparison

        return comparison.in_words(cast("ProjectComparison", result), writer)
    if result.name != "invitation":
        return result
    from actormap.output.pages import invitation

    told = invitation.in_words(cast("Invitation", result), writer.texts)
    lines: tuple[Any, ...] = tuple({**row, "reasons": "\n".join(map(str, row["reasons"]))} for row in told.rows)
    return replace(told, rows=lines)
