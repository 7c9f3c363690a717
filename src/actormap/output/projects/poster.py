"""The map of evidence for a wall: signs, numbers and how sure, with the sentence of each row below."""

from __future__ import annotations

from itertools import groupby
from textwrap import wrap

from actormap.analysis.projects.evidence_map import EvidenceMap
from actormap.analysis.projects.state import STATES
from actormap.i18n import Texts
from actormap.output.charts.svg import cut
from actormap.output.projects import map_words
from actormap.output.projects.signs import FILLS, SIGNS
from actormap.output.templates import environment

WIDTH, MARGIN, NAMES, LINE, TOP, HEADING, LETTER = 1920, 24, 350, 44, 190, 20, 9.2
LARGER = 16 / 12  # the letters here are larger than those that `cut` reckons with


def draw(found: EvidenceMap, texts: Texts) -> str:
    """Return the map as an SVG; rows that no project stands in are left out."""
    across = list(dict.fromkeys((row["column"], row["column_name"]) for row in found.rows))
    room = (WIDTH - 2 * MARGIN - NAMES) / max(1, len(across))
    headings = [wrap(name, max(6, int(room / LETTER)), break_long_words=False) for _, name in across]
    top = TOP + HEADING * max(map(len, headings), default=1) + 12
    used = [(name, list(rows)) for name, rows in groupby(found.rows, key=lambda row: row["line_name"])]
    used = [(name, rows) for name, rows in used if rows[0]["projects"]]
    template = environment("actormap.output.projects", px=lambda value: f"{value:.1f}".removesuffix(".0")).get_template("evidence_map.svg")
    return template.render(
        t=texts,
        width=WIDTH,
        margin=MARGIN,
        names=NAMES,
        line=LINE,
        room=room,
        top=top,
        height=top + LINE * len(used) + MARGIN,
        headings=headings,
        heading=HEADING,
        legend=[(MARGIN + place * (WIDTH - 2 * MARGIN) / len(STATES), state) for place, state in enumerate(STATES)],
        lines=[(cut(name, (NAMES - 70) / LARGER), name, rows) for name, rows in used],
        fills=FILLS,
        signs=SIGNS,
        short=map_words.short,
        dots=map_words.dots,
    )
