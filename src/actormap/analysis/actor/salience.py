"""Who has power, interest, a rightful claim and an urgent one, where the data says so: the power-interest grid and stakeholder salience."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from actormap.analysis.composition.members import members
from actormap.analysis.result import Context, NodeRow, Result, described
from actormap.graph.views import View
from actormap.model.ordering import alphabetical
from actormap.model.records import Actor, Municipality, Node

COLUMNS = {
    "power": ("power", "makt"),
    "interest": ("interest", "intresse"),
    "legitimacy": ("legitimacy", "legitimitet"),
    "urgency": ("urgency", "angelägenhet"),
}
ATTRIBUTES = tuple(COLUMNS)
OF_SALIENCE = ("power", "legitimacy", "urgency")
GRID = {(True, True): "key_player", (True, False): "keep_satisfied", (False, True): "keep_informed", (False, False): "monitor"}
CLASSES = {
    (True, True, True): "definitive",
    (True, True, False): "dominant",
    (True, False, True): "dangerous",
    (False, True, True): "dependent",
    (True, False, False): "dormant",
    (False, True, False): "discretionary",
    (False, False, True): "demanding",
    (False, False, False): "none",
}
WORDS = {"yes": True, "ja": True, "high": True, "hög": True, "no": False, "nej": False, "low": False, "låg": False}
HIGHEST, MIDDLE = 5.0, 2.5
NOT_SAID, UNREADABLE, IN_THE_MIDDLE = "attribute_not_said", "attribute_unreadable", "attribute_in_the_middle"
NO_ATTRIBUTES, NO_FOCAL = "no_stakeholder_attributes", "no_focal_network"


class SalienceRow(NodeRow):
    """A row of `Salience`."""

    power: bool | None
    interest: bool | None
    legitimacy: bool | None
    urgency: bool | None
    grid: str | None
    salience: str | None
    voice: bool | None


@dataclass(frozen=True)
class Salience(Result[SalienceRow]):
    """The actors whose power, interest, legitimacy or urgency the data tells of; those with most of what makes salience first.

    A row has id, name, kind, the four (True, False, or None when it is not known), `grid` (one of `GRID`; None unless power and interest
    are known), `salience` (one of `CLASSES`; None unless power, legitimacy and urgency are known) and `voice`: whether it has a seat in
    the network in focus, None without one.
    """

    name: ClassVar[str] = "salience"
    header: ClassVar[tuple[str, ...]] = tuple(SalienceRow.__annotations__)
    for_programs: ClassVar[tuple[str, ...]] = ("id",)


def find(view: View, network: str | None = None) -> Salience:
    """Return what the columns of the data say of the stakes of a view's actors, also of those without a tie; nothing is guessed.

    A unit stands under the organisation it is lifted to. The columns are those in `COLUMNS`. A cell is one of `WORDS`, or a number from 0
    to 5, where more than 2.5 is high and just 2.5 says nothing. In a column whose numbers are all 0 or 1 these mean no and yes.
    Raises `UnknownName` if `network` is no network of the data.
    The classes are those of Mitchell, Agle & Wood (1997).
    """
    seated = None if network is None else members(view, network)
    reader = _StakeReader(view)
    reasons: defaultdict[str, set[str]] = defaultdict(set)
    rows: list[SalienceRow] = []
    for actor in _actors(view):
        cells = {name: reader.cells(view.node(actor), name) for name in ATTRIBUTES}
        if any(cells.values()):
            read = {name: reader.read(cells[name]) for name in ATTRIBUTES}
            for name, (value, why) in read.items():
                if value is None:
                    reasons[name].add(why)
            rows.append(_row(view, actor, {name: value for name, (value, _) in read.items()}, seated))
    rows.sort(
        key=lambda row: (
            -sum(value is True for value in (row["power"], row["legitimacy"], row["urgency"])),
            alphabetical(row["name"]),
            row["id"],
        )
    )
    columns: Sequence[Mapping[str, Any]] = rows
    for column, why in (("grid", "power_or_interest_unknown"), ("salience", "power_legitimacy_or_urgency_unknown"), ("voice", NO_FOCAL)):
        if any(row[column] is None for row in columns):
            reasons[column].add(why)
    undefined = {name: ", ".join(sorted(found)) for name, found in reasons.items()} if rows else {"salience": NO_ATTRIBUTES}
    return Salience(Context.of(view, network=network), tuple(rows), undefined)


def _actors(view: View) -> list[str]:
    alone = (node for node in view.isolates if isinstance(view.node(node), Actor | Municipality))
    return sorted({*view.actors, *alone})


def _row(view: View, actor: str, known: dict[str, bool | None], seated: frozenset[str] | None) -> SalienceRow:
    power, legitimacy, urgency = (known[name] for name in OF_SALIENCE)
    interest = known["interest"]
    return {
        **described(view, actor),
        "power": power,
        "interest": interest,
        "legitimacy": legitimacy,
        "urgency": urgency,
        "grid": None if power is None or interest is None else GRID[power, interest],
        "salience": None if power is None or legitimacy is None or urgency is None else CLASSES[power, legitimacy, urgency],
        "voice": None if seated is None else actor in seated,
    }


class _StakeReader:
    """Reads the cells of all actors of the data, which together tell whether a column holds yes and no or a scale."""

    def __init__(self, view: View) -> None:
        everybody = (node for node in view.snapshot.nodes() if isinstance(node, Actor | Municipality))
        found = [(column, _number(text)) for node in everybody for name in ATTRIBUTES for column, text in self.cells(node, name)]
        self.scales = {column for column, number in found if number is not None and number not in (0, 1)}

    @staticmethod
    def cells(node: Node, name: str) -> list[tuple[str, str]]:
        """Return the columns of an attribute that are filled in, in any language, with what stands in them."""
        filled = {column.strip().casefold(): str(text).strip().casefold() for column, text in node.attributes}
        return [(column, filled[column]) for column in COLUMNS[name] if filled.get(column)]

    def read(self, cells: list[tuple[str, str]]) -> tuple[bool | None, str]:
        """Return what the cells say, and why if they say nothing; cells that say different things cannot be read."""
        found = set(self._each(cells))
        if not found:
            return None, NOT_SAID
        return found.pop() if len(found) == 1 else (None, UNREADABLE)

    def _each(self, cells: list[tuple[str, str]]) -> Iterator[tuple[bool | None, str]]:
        for column, text in cells:
            number = _number(text)
            if text in WORDS:
                yield WORDS[text], ""
            elif number is None:
                yield None, UNREADABLE
            elif column not in self.scales:
                yield number == 1, ""
            elif number == MIDDLE:
                yield None, IN_THE_MIDDLE
            else:
                yield number > MIDDLE, ""


def _number(text: str) -> float | None:
    try:
        number = float(text.replace(",", "."))
    except ValueError:
        return None
    return number if 0 <= number <= HIGHEST else None
