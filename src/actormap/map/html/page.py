"""The page: template, style sheets, scripts and data put together, with a policy that lets nothing else run."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup

from actormap.map.html import bundle

FOLDER = Path(__file__).parent.parent / "page"
STYLES = tuple(f"styles/{name}.css" for name in ("base", "panel", "map", "table", "story", "themes", "phone", "print"))


def write(context: Mapping[str, Any], *, data: str, library: str = "") -> str:
    """Return the page as text.

    `data` is JSON made safe for a script element, `library` the source of vis-network where that draws; `context` fills the rest of the
    template, where everything is escaped.
    """
    scripts = [_inline(text) for text in (library, script()) if text]
    style = "".join(_read(name) for name in STYLES)
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(FOLDER), autoescape=True, undefined=jinja2.StrictUndefined, keep_trailing_newline=True
    )
    return environment.get_template("page.html").render(
        **context,
        data=Markup(data),  # noqa: S704  (escaped as JSON for a script element)
        scripts=[Markup(text) for text in scripts],  # noqa: S704  (our own files, checked for end tags)
        style=Markup(style),  # noqa: S704  (our own files)
        script_hashes=[_hash(text) for text in scripts],
        style_hash=_hash(style),
    )


def script() -> str:
    """Return our own script, put together from its modules."""
    return bundle.script(modules(), "main")


def modules() -> dict[str, str]:
    """Return the source of every module under its path in the page's folder, without `.js`."""
    return {path.relative_to(FOLDER).with_suffix("").as_posix(): path.read_text(encoding="utf-8") for path in sorted(FOLDER.rglob("*.js"))}


def _read(name: str) -> str:
    return (FOLDER / name).read_text(encoding="utf-8")


def _inline(text: str) -> str:
    if "</script" in text.lower() or "<!--" in text:
        raise ValueError("a script would end its own element")
    return text


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
