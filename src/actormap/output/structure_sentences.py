"""Which sentence a row about the shape of a network gets, and with what values."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from actormap.analysis.result import Result
from actormap.i18n import significant
from actormap.model.ratings import SCORES

if TYPE_CHECKING:
    from actormap.analysis.cohesion.two_mode_cores import TwoModeCoresRow
    from actormap.analysis.groups.association import AssociationRow
    from actormap.analysis.groups.description import DescriptionRow
    from actormap.analysis.groups.ratings import RatingsRow

SELDOM = 0.05  # a p-value below it is called no chance, by custom
Variant = tuple[str, dict[str, Any]]


def _describe(result: Result, row: DescriptionRow) -> Variant:  # noqa: ARG001
    value = row["value"]
    return ("" if value is None else row["aspect"]), {
        **row,
        "percent": None if value is None else round(100 * round(value, significant(value)), 1),
    }


def _qap(result: Result, row: AssociationRow) -> Variant:
    if row["p"] is None or row["coefficient"] is None:
        return "", {}
    found = "chance" if row["p"] >= SELDOM else "more" if row["coefficient"] > 0 else "less"
    relation, (first, _, column) = result.context.parameters["relation"], row["term"].partition(" ")
    if first == "same":
        return f"alike_{found}", {**row, "relation": relation, "column": column}
    return found, {**row, "relation": relation}


def _ratings(result: Result, row: RatingsRow) -> Variant:  # noqa: ARG001
    if not row["raters"]:
        return "none", dict(row)
    if row["few"]:
        return "few", {**row, "n": row["raters"]}
    known = [name for name in SCORES if row[name] is not None]  # type: ignore[literal-required]
    return ("both" if len(known) == len(SCORES) else known[0] if known else "parts"), dict(row)


def _cores(result: Result, row: TwoModeCoresRow) -> Variant:  # noqa: ARG001
    p, q, venues = row["venues_each"], row["actors_each"], len(row["venues"])
    return ("closed" if (p, q) == (venues, row["size"]) else "some"), {**row, "venues": venues, "p": p, "q": q}


VARIANTS: Mapping[str, Callable[[Any, Any], Variant]] = {"describe": _describe, "qap": _qap, "ratings": _ratings, "cores": _cores}
