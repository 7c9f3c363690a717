"""The text of a saved web page, a line for each block: what stands in one line of the page stands in one line here."""

from __future__ import annotations

import re
from typing import Any

from actormap.errors import InputError
from actormap.workspace.pages import labels

_BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "br", "button", "caption", "center", "dd", "details", "dialog"),
        *("div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header"),
        *("hr", "html", "label", "legend", "li", "main", "nav", "ol", "option", "p", "pre", "section", "select", "summary"),
        *("table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "ul"),
    )
)
_PARAGRAPHS = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6", "table", "dl", "ul", "ol", "section", "article"))
_UNREAD = frozenset(("script", "style", "noscript", "template", "head", "svg", "iframe", "object"))
_LONGEST = 80  # characters of a label, with what may stand around it
_SPACE = re.compile(r"[ \t\r\n\f]+")


def text_of(page: str) -> str:
    """Return the text of a page's body; scripts, styles and the head are left out."""
    try:
        from lxml import etree
    except ImportError as error:
        raise InputError("Reading saved web pages needs lxml.", hint='Install it with: pip install "actormap[pages]"') from error
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True)
    tree = etree.fromstring(page.replace("\x00", "").encode("utf-8", "replace") or b" ", parser)
    if tree is None:
        return ""
    parts: list[str] = []
    unread = 0
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        tag = str(element.tag).lower()
        if event == "start":
            unread += tag in _UNREAD
            if not unread:
                parts += [_around(tag), _said(element.text)]
        else:
            unread -= tag in _UNREAD
            if not unread:
                parts += [_around(tag) or _after_label(element), _said(element.tail)]
    return "\n".join(_tidied("".join(parts)))


def _around(tag: str) -> str:
    return "\n\n" if tag in _PARAGRAPHS else "\n" if tag in _BLOCKS else ""


def _after_label(element: Any) -> str:
    """Return what parts a label from the value beside it, where nothing but their elements does."""
    return "\t" if (found := labels.mark("".join(element.itertext())[:_LONGEST])) and found.style == "alone" else ""


def _said(text: str | None) -> str:
    return _SPACE.sub(" ", text or "")


def _tidied(text: str) -> list[str]:
    told: list[str] = []
    for line in text.split("\n"):
        bare = line.strip(" ")
        if bare or (told and told[-1]):
            told.append(bare)
    return told
