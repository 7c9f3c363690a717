"""The report of an atlas: one page, composed and written."""

from __future__ import annotations

from actormap.atlas.atlas import Atlas
from actormap.i18n import Texts
from actormap.output.cells import Writer
from actormap.report.onepage import page


def write(atlas: Atlas, form: str, date: str, *, network: str | None = None) -> str:
    """Return the report as `md` or `html`, of a network, the focal one unless another is named, or without any of all there is.

    Where no actor takes part in anything it is about who is in contact with whom.
    """
    view = atlas.view("affiliation")
    view = view if view.graph.number_of_edges() else atlas.view()
    composed = page.compose(view, atlas.gaps(network), title=atlas.title, date=date)
    return page.write(composed, form, Writer(Texts.load(atlas.lang), atlas.vocabulary))
