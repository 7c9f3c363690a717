"""Pages in Markdown: templates filled in, with names taken literally."""

from __future__ import annotations

import re
from typing import Any

from actormap.output.templates import environment

MARKDOWN_SIGNS = re.compile(r"([\\`*_{}\[\]<>|#])")


def escape(text: Any) -> str:
    """Return text in which no sign means anything to Markdown."""
    return MARKDOWN_SIGNS.sub(r"\\\1", str(text))


def render(template: str, **values: Any) -> str:
    """Return a template of `pages/templates` filled in; `|md` escapes a value."""
    return environment("actormap.output.pages", autoescape=False, md=escape).get_template(template).render(**values)
