"""What every analysis returns: a named result that knows its view and parameters, and gives its rows as records or as a DataFrame."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Self, TypedDict, get_args, is_typeddict

from actormap.errors import UsageError
from actormap.graph.attributes import KIND, NAME
from actormap.model.audience import Audience, Picture
from actormap.model.records import Relationship

if TYPE_CHECKING:
    import pandas as pd
    from typing_extensions import TypeVar

    from actormap.graph.views import View

    RowT = TypeVar("RowT", bound=Mapping[str, Any], default=Any)  # a bare Result is one of any rows
else:
    from typing import TypeVar

    RowT = TypeVar("RowT")

Record = dict[str, Any]


class NodeRow(TypedDict):
    """What every row about a node begins with."""

    id: str
    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class Context:
    """What made a result: the view (None if it looks at no graph), all parameters, and what the view holds and leaves out.

    `audience` is whom the result is shown to where objects show themselves; it says nothing of how the result was made.
    """

    view: str | None
    parameters: Mapping[str, Any]
    summary: Mapping[str, Any]
    audience: Audience | None = field(default=None, repr=False, compare=False)

    @classmethod
    def of(cls, view: View, /, **parameters: Any) -> Context:
        """Return the context of an analysis of a view, with the parameters it was called with."""
        chosen = {"instead_of": view.instead_of} if view.instead_of else {}
        return cls(view.name, {**view.parameters, **chosen, **parameters}, view.summary(), view.audience)


@dataclass(frozen=True)
class Result(Generic[RowT]):
    """A named result. `rows` are its records in a fixed order; what a row has is said by the result's row type.

    A value that is not defined is None, and `undefined` says why: under the name of the measure or figure, keys of the catalogue's
    `undefined`, with a comma and a space between if they are several. `header` names the columns of a result that may have no row,
    `about` those that say what a row is about. A table for a reader shows the columns in `brief`, or all but those in `for_programs`.
    `by_strength` says that how strong ties are has a part in it, where the view is weighted.

    >>> import actormap
    >>> found = actormap.open("gria").cutpoints()
    >>> found.name, found.context.view, found.rows[0]["id"]
    ('cutpoints', 'affiliation', 'kompetensradet')
    """

    name: ClassVar[str]
    about: ClassVar[tuple[str, ...]] = ("id", "name")
    for_programs: ClassVar[tuple[str, ...]] = ()
    header: ClassVar[tuple[str, ...]] = ()
    brief: ClassVar[tuple[str, ...]] = ()
    by_strength: ClassVar[bool] = False

    context: Context
    rows: tuple[RowT, ...]
    undefined: Mapping[str, str] = field(default_factory=dict)

    def columns(self) -> tuple[str, ...]:
        """Return the names of the columns, also when there is no row: then those that `header` names, else those of the row's type."""
        return tuple(self.rows[0]) if self.rows else self.header or _declared(type(self))

    def figures(self) -> Mapping[str, Any]:
        """Return the numbers that say something of the result as a whole, such as a modularity, by name; empty if there are none."""
        return {}

    def rests_on(self, row: RowT, view: View) -> Iterable[Relationship]:
        """Return the relationships that a row rests on, in the view the result was made from: as a rule those of its node's ties."""
        return view.ties_of(row["id"])

    def to_dict(self) -> dict[str, Any]:
        """Return everything as plain data: result, view, parameters, rows, summary, figures, and reasons where something is undefined."""
        plain: dict[str, Any] = {
            "result": self.name,
            "view": self.context.view,
            "parameters": dict(self.context.parameters),
            "rows": [dict(row) for row in self.rows],
            "summary": dict(self.context.summary),
        }
        more = {"figures": dict(self.figures()), "undefined": dict(self.undefined)}
        return plain | {name: told for name, told in more.items() if told}

    def to_frame(self) -> pd.DataFrame:
        """Return the rows as a pandas DataFrame, one column a key.

        >>> import actormap
        >>> frame = actormap.open("gria").gaps().to_frame()
        >>> int((frame["gap"] == "no_project").sum())
        3
        """
        import pandas as pd

        return pd.DataFrame([dict(row) for row in self.rows], columns=list(self.columns()))

    def plot(self) -> Picture:
        """Return the result as a drawing, the one that its command draws with `--picture`.

        Raises `UsageError` if there is none of this result, or only with more asked for, such as a ranking's certainty.

        >>> import actormap
        >>> actormap.open("gria").coverage().plot().svg[:4]
        '<svg'
        """
        audience = self.context.audience
        if audience is None:
            raise UsageError("This result has nothing to be drawn with.", hint="Ask a graph that actormap.open has opened.")
        return audience.display.picture(self, audience)

    def shown_to(self, audience: Audience | None) -> Self:
        """Return the same result, which shows itself and those it holds to somebody: for analyses that look at no view."""
        held = {each.name: getattr(self, each.name) for each in fields(self)}
        parts: dict[str, Any] = {name: part.shown_to(audience) for name, part in held.items() if isinstance(part, Result)}
        return replace(self, context=replace(self.context, audience=audience), **parts)

    def _repr_html_(self) -> str | None:
        """Return the table that a notebook shows; None, so that it shows the text instead, where nobody is there to show it to."""
        audience = self.context.audience
        return None if audience is None else audience.display.table(self, audience)

    def _repr_mimebundle_(self, **wanted: Any) -> dict[str, str] | None:  # noqa: ARG002  (as a notebook calls it)
        """Return the table with a line of text beside it, since a notebook keeps both in its file, and has no use for every row twice."""
        told = self._repr_html_()
        return None if told is None else {"text/plain": f"<{type(self).__name__}: {len(self.rows)} rows>", "text/html": told}


def described(view: View, node_id: str) -> NodeRow:
    """Return what every row about a node begins with: its id, name and kind."""
    attributes = view.graph.nodes[node_id] if node_id in view.graph else None
    if attributes is not None:
        return {"id": node_id, "name": attributes[NAME], "kind": attributes[KIND]}
    node = view.node(node_id)
    return {"id": node_id, "name": node.name, "kind": node.kind}


def names(view: View, ids: Sequence[str]) -> list[str]:
    """Return the names of some nodes, in the order given."""
    return [view.node(node_id).name for node_id in ids]


def _declared(kind: type[Result[Any]]) -> tuple[str, ...]:
    """Return the columns that the type of a result's rows says every row has; none if it is a mapping of anything."""
    rows = (row for base in getattr(kind, "__orig_bases__", ()) for row in get_args(base))
    return next((tuple(name for name in row.__annotations__ if name in row.__required_keys__) for row in rows if is_typeddict(row)), ())
