"""How templates are filled in: one environment for every page, picture and text, in which a name that is not given is an error."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jinja2 import Environment

COMMON = "actormap.output.pages"


def environment(package: str, *, autoescape: bool = True, **filters: Callable[..., Any]) -> Environment:
    """Return what fills in the templates in the folder `templates` of a package, with some filters of its own.

    What all pages have in common they extend: `page.html`, of the package `COMMON`. Without `autoescape`, for Markdown and plain text, what
    escapes a value is a filter.
    """
    from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined

    made = Environment(
        loader=ChoiceLoader([PackageLoader(name, "templates") for name in (package, COMMON)]),
        autoescape=autoescape,  # noqa: S701  (what is no HTML is escaped by a filter)
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters.update(filters)
    return made
