"""What stands between a command and the work: options become an atlas, answers become output, long work shows its progress."""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from actormap.errors import UsageError
from actormap.output.render import FORMATS

if TYPE_CHECKING:
    from actormap.analysis.result import Result
    from actormap.atlas.atlas import Atlas
    from actormap.i18n import Texts
    from actormap.model.records import Snapshot
    from actormap.model.selection import Selection
    from actormap.model.vocabulary import Vocabulary
    from actormap.output.cells import Writer
    from actormap.workspace import Workspace

Progress = Callable[[int, int], None]
PATIENCE = 1.0  # seconds
# Pages and drawings have their own suffixes, answers those of their formats.
SUFFIXES = {".html": "html", ".svg": "svg", **{each.suffix: form for form, each in FORMATS.items()}}


def say(text: str, *, quiet: bool) -> None:
    """Tell the person at the terminal something that is not the answer."""
    if not quiet:
        click.echo(text, err=True)


def place_of(workspace: str | None) -> str:
    """Return the workspace that is meant: the one named, or this folder if it holds tables."""
    if workspace:
        return workspace
    here = Path.cwd()
    if any((here / name).exists() for name in ("actormap.toml", "relationships.csv")):
        return "."
    raise UsageError(
        "No workspace is named, and this folder holds no tables.",
        hint="Say --workspace FOLDER, try --workspace gria, which is built in, or make one with: actormap init my-workspace",
    )


def read(workspace: str | None) -> Workspace:
    """Return the workspace that is meant, with its problems."""
    from actormap import workspace as sources

    return sources.read(place_of(workspace))


def atlas(*, workspace: str | None, store: str | None, lang: str | None, quiet: bool, conditions: Mapping[str, Any] | None = None) -> Atlas:
    """Return the graph that the options name, and say in one line if its store was brought up to date."""
    place = place_of(workspace) if workspace or not store else None
    from actormap.atlas.open import open_atlas

    with progress("Reading", quiet=quiet) as advance:
        opened = open_atlas(place, store=store, lang=lang, selection=selection(conditions or {}), progress=advance)
    if opened.difference and place != "gria":
        say(texts(opened.lang)("load.brought_up_to_date", **counts(opened.difference)), quiet=quiet)
    return opened


def selection(conditions: Mapping[str, Any]) -> Selection:
    """Return the selection that the options of `options.selection` name."""
    from actormap.model import dates
    from actormap.model.selection import Selection

    since, until = a_date(conditions.get("since"), "--from"), a_date(conditions.get("until"), "--to")
    if dates.ends_before_start(since, until):
        raise UsageError(f"--to {until} lies before --from {since}.", hint="Say the earlier date with --from.")
    return Selection(
        statuses=names(conditions.get("status")),
        documents=() if conditions.get("documents") == "all" else names(conditions.get("documents")),
        at=a_date(conditions.get("at"), "--at"),
        since=since,
        until=until,
        where=tuple(_pair(item) for item in conditions.get("where") or ()),
    )


def view_options(view_name: str | None, no_lift: bool, also: str | None, weighted: bool) -> dict[str, Any]:
    """Return the options of `options.view` as `Atlas.view` takes them."""
    return {"view": view_name, "lift": not no_lift, "also": names(also), "weighted": weighted}


def names(text: str | None) -> tuple[str, ...]:
    """Return the words of a list with commas between."""
    return tuple(word.strip() for word in (text or "").split(",") if word.strip())


def a_date(text: str | None, option: str) -> str | None:
    """Return a date of an option; raise `UsageError` if it is none."""
    from actormap.model import dates

    try:
        return dates.parse(text) if text else None
    except ValueError:
        raise UsageError(f'{option} "{text}" is no date.', hint="Write 2014, 2014-06 or 2014-06-01.") from None


def _pair(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not (name and equals and value):
        raise UsageError(f'--where "{text}" is no condition.', hint="Write it as kind=municipality.")
    return name.strip(), value.strip()


@contextmanager
def speaking(lang: str) -> Iterator[None]:
    """Have what is wrong with a file that is read inside told in a language."""
    from actormap.errors import InvalidWorkspace

    try:
        yield
    except InvalidWorkspace as error:
        error.lang = lang
        raise


def texts(lang: str) -> Texts:
    """Return the catalogue of a language."""
    from actormap.i18n import Texts

    return Texts.load(lang)


def writer(vocabulary: Vocabulary, lang: str, snapshot: Snapshot | None = None) -> Writer:
    """Return what writes headings and cells, with the names of a snapshot's nodes if there is one."""
    from actormap.output.cells import Writer

    return Writer(texts(lang), vocabulary, {node.id: node.name for node in snapshot.nodes()} if snapshot else {})


def form_of(form: str | None, output: Path | None, default: str) -> str:
    """Return the form that is meant: the one named, or the one that the file's name ends in."""
    return form or (SUFFIXES.get(output.suffix.lower()) if output else None) or default


def answer(result: Result, to: Writer, form: str | None, output: Path | None, *more: Result, quiet: bool = False) -> None:
    """Give a result, and `more` that stand with it, to the terminal or to a file, in the form that was asked for."""
    from actormap.output.render import render

    chosen = form_of(form, output, "table")
    need_file(chosen, output, result.name)
    terminal = output is None and sys.stdout.isatty()
    width = shutil.get_terminal_size().columns if terminal else None
    deliver(render(result, chosen, to, *more, width=width, colour=terminal), output, to.texts, quiet=quiet)


def need_file(form: str, output: Path | None, name: str) -> None:
    """Raise `UsageError` if an answer of this form needs a file and none is named."""
    if form in FORMATS and FORMATS[form].binary and output is None:
        raise UsageError(f"A {form} answer needs a file.", hint=f"Say --output {name}.{form}")


def deliver(content: str | bytes, output: Path | None, to: Texts, *, quiet: bool = False) -> None:
    """Write content to a file, whole or not at all, or to the terminal."""
    from actormap import files

    if output is None:
        click.echo(content, nl=False)
        return
    files.write_bytes(output, content if isinstance(content, bytes) else content.encode("utf-8"))
    say(to("load.written", file=output), quiet=quiet)


def counts(difference: Any) -> dict[str, int]:
    """Return the four counts of a difference."""
    return {name: getattr(difference, name) for name in ("added", "changed", "removed", "unchanged")}


@contextmanager
def progress(label: str, *, quiet: bool) -> Iterator[Progress | None]:
    """Yield what long work reports to, as (done, total); None when nobody is looking.

    A bar appears when the work has taken a second, and goes when it is done.
    """
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress as Bar

    bar = Bar(console=Console(stderr=True), transient=True)
    task, began = bar.add_task(label, total=None), time.monotonic()

    def advance(done: int, total: int) -> None:
        if not bar.live.is_started and time.monotonic() - began > PATIENCE:
            bar.start()
        bar.update(task, completed=done, total=total)

    try:
        yield advance
    finally:
        bar.stop()
