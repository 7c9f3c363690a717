"""The report of an atlas: one page, composed and written."""

from __future__ import annotations

from actormap.analysis.evidence import FIRM
from actormap.atlas.atlas import Atlas
from actormap.i18n import Texts
from actormap.output.cells import Writer
from actormap.report.onepage import page


def write(atlas: Atlas, form: str, date: str, *, network: str | None = None) -> str:
    """Return the report of a network, the focal one unless another is named, as `md` or `html`."""
    stated = atlas.narrowed(statuses=FIRM).view("affiliation")
    composed = page.compose(atlas.view("affiliation"), stated, atlas.gaps(network), title=atlas.title, date=date)
    return page.write(composed, form, Writer(Texts.load(atlas.lang), atlas.vocabulary))
