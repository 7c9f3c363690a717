"""From the options to the graph: which workspace and store are meant, which statements count, and what is seen while it takes time."""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from actormap.cli import output, speech
from actormap.cli.request import Request, names
from actormap.errors import UsageError

if TYPE_CHECKING:
    from actormap.atlas.atlas import Atlas
    from actormap.atlas.stores import Remark
    from actormap.model.selection import Selection
    from actormap.workspace import Workspace

PATIENCE = 1.0  # seconds


def open(request: Request) -> Atlas:  # noqa: A001  (read as session.open)
    """Return the graph that a request names, and say in one line if its store was brought up to date."""
    place = place_unless_stored(request.workspace, request.store)
    from actormap.atlas.open import open_atlas

    with progress("Reading", request) as advance:
        opened = open_atlas(place, store=request.store, lang=request.lang, selection=selection(request), progress=advance)
    speech.hear(opened.lang)
    remark(opened.remarks, opened.lang, request)
    if opened.difference:
        counts = {name: getattr(opened.difference, name) for name in ("added", "changed", "removed", "unchanged")}
        output.say(output.texts(opened.lang)("load.brought_up_to_date", **counts), request)
    return opened


def remark(remarks: Iterable[Remark], lang: str, request: Request) -> None:
    """Say what is to be known of a store, a line each."""
    for each in remarks:
        output.say(output.texts(lang)(f"load.{each.key}", **each.values), request)


def tell_waiting(read: Workspace, place: str | None, request: Request) -> None:
    """Say how many pairs of a workspace of one's own await judgement, if any do."""
    from actormap.workspace.identity import waiting

    if read.homeless or request.quiet:
        return
    said, texts = waiting.count(read), output.texts(request.lang or read.language)
    if said is None:
        output.say(texts("duplicates.many", most=waiting.MOST, place=place_of(place)), request)
    elif said:
        output.say(texts("duplicates.waiting", same=said.same, parts=said.parts, place=place_of(place)), request)


def place_of(workspace: str | None) -> str:
    """Return the workspace that is meant: the one named, or this folder if it holds tables."""
    if workspace:
        return workspace
    here = Path.cwd()
    if any((here / name).exists() for name in ("actormap.toml", "relationships.csv")):
        return "."
    raise UsageError(
        "No workspace is named, and this folder holds no tables.",
        hint="Say --workspace FOLDER, try --workspace gria or esf, which are built in, or make one with: actormap init my-workspace",
    )


def place_unless_stored(workspace: str | None, store: str | None) -> str | None:
    """Return the workspace that is meant; None if only a store is named, and it is one that may hold a graph already."""
    from actormap.atlas import stores

    return None if store is not None and not workspace and not stores.in_memory(store) else place_of(workspace)


def read(workspace: str | None, request: Request | None = None) -> Workspace:
    """Return the workspace that is meant, with its problems; for a request a bar shows how far a large workbook is read."""
    from actormap import workspace as sources

    if request is None:
        return sources.read(place_of(workspace))
    with progress("Reading rows", request) as advance:
        return sources.read(place_of(workspace), advance)


def read_unless_stored(workspace: str | None, request: Request) -> Workspace | None:
    """Return the workspace that is meant, read; None if a request names a store alone."""
    place = place_unless_stored(workspace, request.store)
    return None if place is None else read(place, request)


def selection(request: Request) -> Selection:
    """Return the selection of statements that a request names."""
    from actormap.model import dates
    from actormap.model.selection import Selection

    since, until = a_date(request.since, "--from"), a_date(request.until, "--to")
    if dates.ends_before_start(since, until):
        raise UsageError(f"--to {until} lies before --from {since}.", hint="Say the earlier date with --from.")
    return Selection(
        statuses=names(request.status),
        documents=() if request.documents == "all" else names(request.documents),
        at=a_date(request.at, "--at"),
        since=since,
        until=until,
        where=tuple(_condition(text) for text in request.where),
    )


def a_date(text: str | None, option: str = "--date") -> str | None:
    """Return a date of an option; raise `UsageError` if it is none."""
    from actormap.model import dates

    try:
        return dates.parse(text) if text else None
    except ValueError:
        raise UsageError(f'{option} "{text}" is no date.', hint="Write 2014, 2014-06 or 2014-06-01.") from None


def the_day(text: str | None) -> str:
    """Return the date that --date names, or today's."""
    from actormap.model import dates

    return a_date(text) or dates.today()


def _condition(text: str) -> tuple[str, str]:
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


class Bar:
    """A bar that appears when the work has taken a second: how far it has come, and what it waits for."""

    def __init__(self, label: str) -> None:
        from rich.console import Console
        from rich.progress import Progress as Shown

        size = shutil.get_terminal_size()  # which passes over what COLUMNS and LINES cannot mean
        self._shown = Shown(console=Console(stderr=True, width=size.columns, height=size.lines), transient=True)
        self._label, self._task, self._began = label, self._shown.add_task(label, total=None), time.monotonic()

    def __call__(self, done: int, total: int) -> None:
        """Show how much is done."""
        self._appear()
        self._shown.update(self._task, completed=done, total=total, description=self._label)

    def waiting(self, what: str) -> None:
        """Show what is waited for, or that the wait is over."""
        self._appear()
        self._shown.update(self._task, description=f"{self._label}: {speech.here().said(f'waiting for {what}')}" if what else self._label)

    def refresh(self) -> None:
        """Show how it stands at once, and not with the next of ten looks a second."""
        self._shown.refresh()

    def end(self) -> None:
        """Go."""
        self._shown.stop()

    def _appear(self) -> None:
        if not self._shown.live.is_started and time.monotonic() - self._began > PATIENCE:
            self._shown.start()


@contextmanager
def progress(label: str, request: Request) -> Iterator[Bar | None]:
    """Yield what long work reports to, as (done, total), and gone when it is done; None when nobody is looking."""
    if request.quiet or not sys.stderr.isatty():
        yield None
        return
    bar = Bar(speech.here().said(label))
    try:
        yield bar
    finally:
        bar.end()
