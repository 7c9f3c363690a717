"""How the commands that ask the network go about it: open the graph the options name, ask, answer with evidence if that is wanted."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from actormap.cli import session

if TYPE_CHECKING:
    from actormap.analysis.result import Result
    from actormap.atlas.atlas import Atlas

SELECTION = ("documents", "status", "at", "since", "until", "where")
VIEW = ("view_name", "no_lift", "also", "weighted")
Ask = Callable[["Atlas", dict[str, Any]], "Result"]


def asked(
    ask: Ask,
    given: dict[str, Any],
    *,
    view: str | None = None,
    picture: Callable[[Any, Any], str] | None = None,
    page: Callable[[Any, Any], str] | None = None,
    prose: Callable[[Any, Any, bool], str] | None = None,
    grounds: Callable[[Atlas, Any], Result] | None = None,
) -> None:
    """Ask the graph and give the answer in the form that was asked for.

    `given` are the options of `options.selection`, `source` and `table`, of `view` if the command has them, and `evidence` and `drawing`
    if it has those. `view` is the one to look at unless another is named; `picture` draws the result with a catalogue, `page` writes it as
    HTML with a writer, `prose` as text where others are a table (the last argument says whether in Markdown), `grounds` finds its evidence
    where that is more than the relationships that each row rests on.
    """
    conditions = {name: given.pop(name) for name in SELECTION}
    chosen = session.view_options(*(given.pop(name) for name in VIEW)) if "view_name" in given else {}
    if "view" in chosen and chosen["view"] is None:
        chosen["view"] = view
    form, output, quiet = given.pop("form"), given.pop("output"), given["quiet"]
    evidence, drawing = given.pop("evidence", False), given.pop("drawing", None)
    atlas = session.atlas(**given, conditions=conditions)
    result = ask(atlas, {name: value for name, value in chosen.items() if name != "view" or value is not None})
    writer, form = session.writer(atlas.vocabulary, atlas.lang, atlas.snapshot), session.form_of(form, output, "table")
    more: list[Result] = []
    if evidence:
        result, *more = [result, grounds(atlas, result)] if grounds else with_evidence(atlas, result, form)
    if page is not None and form == "html":
        session.deliver(page(result, writer), output, writer.texts, quiet=quiet)
    elif prose is not None and form in ("table", "md"):
        from actormap.output.render import render

        tables = [str(render(other, form, writer)) for other in more]
        session.deliver("\n".join([prose(result, writer, form == "md"), *tables]), output, writer.texts, quiet=quiet)
    else:
        session.answer(result, writer, form, output, *more, quiet=quiet)
    if drawing is not None and picture is not None:
        session.deliver(picture(result, writer.texts), drawing, writer.texts, quiet=quiet)


def with_evidence(atlas: Atlas, result: Result, form: str) -> list[Result]:
    """Return a result with how much its rows rest on and the statements themselves; CSV holds one table, so there it is in the rows."""
    from actormap.analysis import evidence

    basis = atlas.evidence(result)
    if form == "csv":
        return [evidence.beside(result, basis)]
    return [result, basis, *([basis.grounds] if basis.grounds else [])]
