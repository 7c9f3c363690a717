"""Pages in Markdown: templates filled in, with names taken literally."""

from __future__ import annotations

import re
from typing import Any

MARKDOWN_SIGNS = re.compile(r"([\\`*_{}\[\]<>|#])")


def escape(text: Any) -> str:
    """Return text in which no sign means anything to Markdown."""
    return MARKDOWN_SIGNS.sub(r"\\\1", str(text))


def render(template: str, **values: Any) -> str:
    """Return a template of `render/templates` filled in; `|md` escapes a value."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("actormap.render", "templates"),
        autoescape=False,  # noqa: S701  (Markdown is escaped by the filter `md`)
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["md"] = escape
    return environment.get_template(template).render(**values)
