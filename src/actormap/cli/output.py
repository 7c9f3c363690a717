"""From a result to what is seen: in the form that was asked for, in the terminal or in a file, with evidence and a picture if wanted."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from actormap.cli import screen
from actormap.cli.request import Request
from actormap.errors import UsageError, several
from actormap.output.render import FORMATS

if TYPE_CHECKING:
    from actormap.analysis.result import Result
    from actormap.atlas.atlas import Atlas
    from actormap.i18n import Texts
    from actormap.model.records import Snapshot
    from actormap.model.vocabulary import Vocabulary
    from actormap.output.cells import Writer

Asked = TypeVar("Asked", bound="Result")
TABLE, MARKDOWN, HTML, CSV, XLSX = "table", "md", "html", "csv", "xlsx"
IN_WORDS = (TABLE, MARKDOWN)
# Pages and drawings have their own suffixes, answers those of their formats.
SUFFIXES = {".html": HTML, ".svg": "svg", **{each.suffix: form for form, each in FORMATS.items()}}
# What programs open by these names is written by nothing here, whatever --format says.
UNWRITTEN = (".pdf", ".doc", ".docx", ".odt", ".pptx", ".xls", ".ods", ".png", ".jpg", ".jpeg")
NO_TEXT = (XLSX, "docx", "pdf")


def show(
    result: Asked,
    atlas: Atlas,
    request: Request,
    *,
    besides: Sequence[Result] = (),
    evidence: Result | None = None,
    prose: Callable[[Asked, Writer, bool], str] | None = None,
    page: Callable[[Asked, Writer], str] | None = None,
    picture: Callable[[Asked, Texts], str] | None = None,
    workbook: Callable[[Asked, Writer], bytes] | None = None,
) -> None:
    """Give the result of asking an atlas in the form that was asked for.

    `besides` stand with it in all forms but prose. `evidence` is what it rests on where that is more than the relationships of each row.
    `prose` writes it as text where others are a table (its last argument says whether in Markdown), `page` as HTML, `workbook` as one
    that is more than its rows; `picture` draws it.
    """
    writer, form = writer_for(atlas.vocabulary, atlas.lang, atlas.snapshot), form_of(request)
    first: Result = result
    more: Sequence[Result] = ()
    if request.evidence:
        first, *more = (result, evidence) if evidence is not None else _with_evidence(result, atlas, form)
    if page is not None and form == HTML:
        deliver(page(result, writer), writer.texts, request)
    elif workbook is not None and form == XLSX:
        need_file(form, request.output, result.name)
        deliver(workbook(result, writer), writer.texts, request)
    elif prose is not None and form in IN_WORDS:
        told = prose(result, writer, form == MARKDOWN)
        told = told if form == MARKDOWN else screen.folded(told, request)
        deliver("\n".join([told, *_tables(more, writer, form, request)]), writer.texts, request)
    else:
        answer(first, writer, request, *besides, *more)
    if picture is not None and request.picture is not None:
        write(picture(result, writer.texts), request.picture, writer.texts, request)


def _with_evidence(result: Result, atlas: Atlas, form: str) -> tuple[Result, ...]:
    """Return a result with how much its rows rest on and the statements themselves; CSV holds one table, so there it is in the rows."""
    from actormap.analysis import evidence

    basis = atlas.evidence(result)
    if form == CSV:
        return (evidence.beside(result, basis),)
    return (result, basis, basis.grounds) if basis.grounds else (result, basis)


def _tables(results: Sequence[Result], writer: Writer, form: str, request: Request) -> list[str]:
    from actormap.output.render import render

    return [str(render(each, form, writer, terminal=screen.terminal(request))) for each in results]


def answer(result: Result, writer: Writer, request: Request, *more: Result) -> None:
    """Give a result, and `more` that stand with it, to the terminal or to a file, in the form that was asked for."""
    from actormap.output import brief
    from actormap.output.render import render

    form, terminal = form_of(request), screen.terminal(request)
    need_file(form, request.output, result.name)
    deliver(render(result, form, writer, *more, terminal=terminal), writer.texts, request)
    if form == TABLE and terminal.width is None and not terminal.file:
        # What reads a pipe reads rows; whoever has built it reads the rest.
        for note in (note for each in (result, *more) for note in brief.notes(each, writer)):
            say(note, request)


def deliver(content: str | bytes, texts: Texts, request: Request) -> None:
    """Write content to the file that was asked for, or to the terminal."""
    if request.output is None:
        screen.show(content, request)
    else:
        write(content, request.output, texts, request)


def write(content: str | bytes, file: Path, texts: Texts, request: Request) -> None:
    """Write content to a file, whole or not at all, and say so."""
    from actormap import files

    files.write_bytes(file, content if isinstance(content, bytes) else content.encode("utf-8"))
    say(texts("load.written", file=file), request)


def say(text: str, request: Request) -> None:
    """Tell the person at the terminal something that is not the answer."""
    if not request.quiet:
        screen.tell(text)


def form_of(request: Request, default: str = TABLE, forms: Collection[str] = ()) -> str:
    """Return the form that is meant: the one named, or the one that the file's name ends in.

    Raises `UsageError` if the file's name ends in a form that is none of `forms`, where those are all there are, or that nothing writes,
    or in another than the one named.
    """
    suffix = request.output.suffix.lower() if request.output else ""
    if suffix in UNWRITTEN:
        written = [f".{form}" for form in forms] or sorted(each.suffix for each in FORMATS.values())
        raise UsageError(f"{request.output} would be no {suffix[1:]} file.", hint=ending(written))
    refuse_contradiction(request)
    form = request.form or SUFFIXES.get(suffix) or default
    if forms and form not in forms:
        written = [f".{form}" for form in forms]
        raise UsageError(f"{request.output} would be no {form} file.", hint=ending(written))
    return form


def ending(suffixes: Sequence[str]) -> str:
    """Return what a file's name may end in, as a hint."""
    return f"Let its name end in {suffixes[0]}." if len(suffixes) == 1 else f"Let its name end in one of these: {several(suffixes)}."


def refuse_contradiction(request: Request) -> None:
    """Raise `UsageError` if a file's name ends in another form than the one named; a .txt may hold any text."""
    suffix, form = request.output.suffix.lower() if request.output else "", request.form
    named = SUFFIXES.get(suffix, suffix[1:] if suffix in UNWRITTEN else None)
    if form and named and form != named and not (named == TABLE and form not in NO_TEXT):
        fitting = FORMATS[form].suffix if form in FORMATS else f".{form}"
        raise UsageError(
            f"--format says {form}, and the name of {request.output} ends in {suffix}.",
            hint=f"Let the name end in {fitting}, or leave out --format.",
        )


def need_file(form: str, output: Path | None, name: str) -> None:
    """Raise `UsageError` if an answer of this form needs a file and none is named."""
    if form in FORMATS and FORMATS[form].binary and output is None:
        raise UsageError(f"A {form} answer needs a file.", hint=f"Say --output {name}.{form}")


def width_of_text(request: Request) -> int | None:
    """Return the terminal's width, at most that of a line that is easy to read; None for a file."""
    return screen.width_of_text(request)


def texts(lang: str) -> Texts:
    """Return the catalogue of a language."""
    from actormap.i18n import Texts

    return Texts.load(lang)


def writer_for(vocabulary: Vocabulary, lang: str, snapshot: Snapshot | None = None) -> Writer:
    """Return what writes headings and cells, with the names of a snapshot's nodes if there is one."""
    from actormap.output.cells import Writer

    return Writer(texts(lang), vocabulary, {node.id: node.name for node in snapshot.nodes()} if snapshot else {})
