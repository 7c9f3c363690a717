"""What is read of an HTML page before it is judged."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from actormap.errors import InputError
from actormap.output.document.accessibility.facts import ColourFacts, DocumentFacts, LinkFacts, PictureFacts, TableFacts
from actormap.output.document.style import PAPER

_HEADING = re.compile(r"h([1-6])")
_STYLE = re.compile(r"(?:^|;)\s*(color|background(?:-color)?)\s*:\s*(#[0-9a-fA-F]{6}|#[0-9a-fA-F]{3})\b")
_UNSEEN = ("script", "style", "template")
_ALONE = frozenset(("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"))


def read(data: bytes, name: str) -> DocumentFacts:
    """Return what an HTML page says of itself. What is hidden by style sheets or changed by scripts is taken as it stands.

    Raises `InputError` if there is no element in it that a page consists of.
    """
    page = _Page()
    page.feed(data.decode("utf-8-sig", errors="replace"))
    page.close()
    page.finish()
    if b"\0" in data or not page.elements & _OF_A_PAGE:
        raise InputError(f"{name} is no HTML page.", hint="Save it as a web page, in UTF-8.")
    return page.facts


# What may be left out of a page is head and body; what nothing but pages have is one of these.
_OF_A_PAGE = frozenset(
    (
        *("html", "head", "title", "meta", "body", "main", "article", "section", "header", "footer", "nav", "div", "p", "span", "pre"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "table", "form", "figure", "img", "a"),
    )
)


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.facts = DocumentFacts()
        self.elements: set[str] = set()
        self._open: list[tuple[str, dict[str, str]]] = []
        self._texts: list[list[str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {key: value or "" for key, value in attrs}
        self.elements.add(tag)
        if tag == "html":
            self.facts.language = said.get("lang", "")
        if tag == "img":
            self._see_picture(said)
        if tag == "table" and said.get("role") not in ("presentation", "none"):
            self.facts.tables.append(TableFacts())
        if tag in ("td", "th") and self.facts.tables:
            table = self.facts.tables[-1]
            table.headed |= tag == "th"
            table.merged |= any(said.get(key, "1").strip() not in ("", "1") for key in ("colspan", "rowspan"))
        if tag not in _ALONE:
            self._open.append((tag, said))
            self._texts.append([])

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _ALONE:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if all(each != tag for each, _ in self._open):
            return
        while self._open:
            open_tag, said = self._open.pop()
            words = " ".join("".join(self._texts.pop()).split())
            self._see(open_tag, said, words)
            heads_the_page = open_tag == "title" and not self._in_picture()
            if open_tag not in _UNSEEN and not heads_the_page and self._texts:
                # An element that is named by an attribute is read as that.
                self._texts[-1].append(f" {said.get('aria-label') or words} ")
            if open_tag == tag:
                return

    def handle_data(self, data: str) -> None:
        if self._texts:
            self._texts[-1].append(data)
        if not any(tag in (*_UNSEEN, "title") for tag, _ in self._open):
            self.facts.words += len(data.split())

    def finish(self) -> None:
        """See what no end tag has closed."""
        while self._open:
            self.handle_endtag(self._open[-1][0])

    def _in_picture(self) -> bool:
        return any(tag == "svg" for tag, _ in self._open)

    def _see_picture(self, said: dict[str, str]) -> None:
        alternative = said.get("alt")
        decorative = alternative == "" or said.get("role") in ("presentation", "none") or said.get("aria-hidden") == "true"
        self.facts.pictures.append(PictureFacts(alternative or said.get("aria-label"), decorative))
        if self._texts and alternative:
            self._texts[-1].append(alternative)

    def _see(self, tag: str, said: dict[str, str], words: str) -> None:
        if tag == "title" and not self._in_picture():
            self.facts.title = self.facts.title or words
        if found := _HEADING.fullmatch(tag):
            self.facts.headings.append((int(found[1]), words))
        if tag == "svg" and said.get("aria-hidden") != "true":
            self.facts.pictures.append(PictureFacts(said.get("aria-label") or words))
        if tag == "a" and "href" in said:
            self.facts.links.append(LinkFacts(said.get("aria-label") or words or said.get("title", ""), said["href"]))
        colours = dict(_STYLE.findall(said.get("style", "")))
        if "color" in colours and words:
            behind = colours.get("background") or colours.get("background-color") or PAPER
            self.facts.colours.append(ColourFacts(words, _full(colours["color"]), _full(behind)))


def _full(colour: str) -> str:
    return colour if len(colour) == 7 else "#" + "".join(letter * 2 for letter in colour[1:])
