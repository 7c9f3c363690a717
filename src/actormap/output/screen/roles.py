"""What columns are to a reader at a terminal: which must stand, which are ids, which are shares that a bar shows."""

from __future__ import annotations

from actormap.analysis.result import Result

ID, NAME = "id", "name"
FIRST = ("place",)  # columns that a reader looks for at the beginning of a line
STANDING = ("place", "name", "kind", "value", "total", "may_be", "p_top", "reduction", "place_before", "place_after")
LATE = ("side", "group_name", "sizes")  # what is told by other columns as well, or seldom asked for
BARS = "bars"  # the name of the column that shows them


def told(result: Result, *, ids: bool) -> tuple[str, ...]:
    """Return the columns that are for readers, ids before the others if they are wanted, then those to look for first."""
    every = result.columns()
    chosen = result.brief or [column for column in every if column not in result.for_programs]
    kept = [column for column in chosen if not is_id(column, every)]
    return (
        *(column for column in every if ids and is_id(column, every)),
        *(column for column in FIRST if column in kept),
        *(column for column in kept if column not in FIRST),
    )


def is_id(column: str, columns: tuple[str, ...]) -> bool:
    """Return whether a column holds the ids of what another one names."""
    return (NAME if column == ID else f"{column}_{NAME}") in columns


def about(result: Result) -> tuple[str, ...]:
    """Return the columns that name what a row is about; the first column where nothing else does."""
    every = result.columns()
    named = tuple(column for column in every if column.removesuffix(f"_{NAME}") in result.about and not is_id(column, every))
    return named or told(result, ids=False)[:1]


def stands(column: str, result: Result) -> bool:
    """Return whether a column must be seen: what the row is about, its place and value, and how sure they are."""
    measured = list(result.context.parameters.get("measures") or ())[:1]
    return column in {*STANDING, *about(result), *measured}
