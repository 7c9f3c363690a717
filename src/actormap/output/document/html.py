"""A document as one HTML file, which asks for nothing else, fits a screen of any width and is printed on A4."""

from __future__ import annotations

import base64
from functools import cache
from typing import TYPE_CHECKING

from actormap.output.document.layout import lay_out
from actormap.output.document.publication import Publication
from actormap.output.document.style import DARK, DocumentStyle
from actormap.output.templates import environment

if TYPE_CHECKING:
    from jinja2 import Environment


def write(publication: Publication, style: DocumentStyle) -> bytes:
    """Return a document as HTML. What its own style sheet says comes after the house's."""
    laid_out = lay_out(publication)
    template = _environment().get_template("document.html")
    return template.render(doc=publication, a=laid_out, t=laid_out.texts, style=style, dark=DARK).encode()


def _address(svg: str) -> str:
    """Return the address of a picture that lies in the address itself: there its names cannot meet those of another picture."""
    return f"data:image/svg+xml;base64,{base64.b64encode(svg.encode()).decode()}"


@cache
def _environment() -> Environment:
    return environment("actormap.output.document", address=_address)
