"""Which sentence a row about the shape of a network gets, and with what values."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from actormap.analysis.result import Result

if TYPE_CHECKING:
    from actormap.analysis.groups.association import AssociationRow
    from actormap.analysis.groups.description import DescriptionRow

SELDOM = 0.05  # a p-value below it is called no chance, by custom
Variant = tuple[str, dict[str, Any]]


def _describe(result: Result, row: DescriptionRow) -> Variant:  # noqa: ARG001
    value = row["value"]
    return ("" if value is None else row["aspect"]), {**row, "percent": None if value is None else round(100 * value, 1)}


def _qap(result: Result, row: AssociationRow) -> Variant:
    if row["p"] is None or row["coefficient"] is None:
        return "", {}
    found = "chance" if row["p"] >= SELDOM else "more" if row["coefficient"] > 0 else "less"
    relation, (first, _, column) = result.context.parameters["relation"], row["term"].partition(" ")
    if first == "same":
        return f"alike_{found}", {**row, "relation": relation, "column": column}
    return found, {**row, "relation": relation}


VARIANTS: Mapping[str, Callable[[Any, Any], Variant]] = {"describe": _describe, "qap": _qap}
