"""What a review is made of before it is Markdown or text: sections of short blocks, each a paragraph or a list."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass

from actormap.output import markdown
from actormap.output.templates import environment

FORMS = ("table", "md")
WIDTH = 100


@dataclass(frozen=True, slots=True)
class Block:
    """Some lines that belong together, as a list or as one paragraph; `lead` introduces them."""

    lines: tuple[str, ...]
    lead: str | None = None
    listed: bool = True


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its blocks, and the sections under it."""

    title: str
    blocks: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()


def section(title: str, *blocks: Block, sections: tuple[Section, ...] = ()) -> Section:
    """Return a section without the blocks that have nothing to say."""
    return Section(title, tuple(block for block in blocks if block.lines), sections)


def paragraph(*sentences: str) -> Block:
    """Return sentences that stand after one another; empty ones are left out."""
    return Block(tuple(each for each in sentences if each), listed=False)


def items(*lines: str, lead: str | None = None) -> Block:
    """Return lines under one another."""
    return Block(tuple(lines), lead)


def write(top: Section, form: str, width: int | None = None) -> str:
    """Return a section as `md` or as text for a terminal (`table`), at most `width` characters wide."""
    templates = environment(
        "actormap.report.review",
        autoescape=False,
        md=markdown.escape,
        wrap=lambda text, mark="": _wrapped(text, mark, width or WIDTH),
    )
    written = templates.get_template("review.md" if form == "md" else "review.txt").render(sections=list(_flat(top, 1)))
    return re.sub(r"\n{3,}", "\n\n", written).strip("\n") + "\n"


def flat(top: Section) -> Iterator[Section]:
    """Yield a section and all under it, in the order to read them."""
    return (part for _, part in _flat(top, 1))


def _flat(top: Section, level: int) -> Iterator[tuple[int, Section]]:
    yield level, top
    for inner in top.sections:
        yield from _flat(inner, level + 1)


def _wrapped(text: str, mark: str, width: int) -> str:
    return textwrap.fill(
        text, width, initial_indent=mark, subsequent_indent=" " * len(mark), break_long_words=False, break_on_hyphens=False
    )
