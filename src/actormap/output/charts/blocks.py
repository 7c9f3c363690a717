"""The picture of blocks: the ties as a matrix, rows and columns in the order of the blocks, with lines between these."""

from __future__ import annotations

from actormap.analysis.groups.equivalence import Positions
from actormap.graph.attributes import ACTOR
from actormap.i18n import Texts
from actormap.output.charts.svg import LETTER, cut, write

CELL, NAMES, TOP, EDGE = 16, 230, 66, 16


def draw(positions: Positions, texts: Texts) -> str:
    """Return an SVG of the matrix; in two modes actors are its rows and venues its columns, otherwise all are both."""
    rows = positions.rows
    two_mode = positions.context.view == "affiliation"
    down = [i for i, row in enumerate(rows) if not two_mode or row["side"] == ACTOR]
    across = [i for i, row in enumerate(rows) if not two_mode or row["side"] != ACTOR]
    at_row, at_column = {i: place for place, i in enumerate(down)}, {i: place for place, i in enumerate(across)}
    heads = TOP + min(NAMES, LETTER * max((len(rows[i]["name"]) for i in across), default=0)) + EDGE
    width, height = NAMES + CELL * len(across) + EDGE, heads + CELL * len(down) + EDGE
    return write(
        "blocks.svg",
        t=texts,
        lang=texts.lang,
        width=max(width, 520),
        height=height,
        left=NAMES,
        top=heads,
        right=NAMES + CELL * len(across),
        foot=heads + CELL * len(down),
        cell=CELL,
        names=[(heads + CELL * (place + 0.75), cut(rows[i]["name"], NAMES - 24)) for place, i in enumerate(down)],
        columns=[(NAMES + CELL * (place + 0.75), cut(rows[i]["name"], NAMES - 24)) for place, i in enumerate(across)],
        ties=[
            (NAMES + CELL * at_column[b], heads + CELL * at_row[a], f"{rows[a]['name']} – {rows[b]['name']}")
            for a, b in positions.cells
            if a in at_row and b in at_column
        ],
        row_lines=[heads + CELL * place for place in _borders(positions, down)],
        column_lines=[NAMES + CELL * place for place in _borders(positions, across)],
    )


def _borders(positions: Positions, order: list[int]) -> list[int]:
    """Return the places before which a new block begins, and both ends."""
    blocks = [positions.rows[i]["position"] for i in order]
    return [0, *(place for place in range(1, len(blocks)) if blocks[place] != blocks[place - 1]), len(blocks)]
