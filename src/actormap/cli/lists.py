"""Lists in a command's help that are read off the tables of what there is: when the help is asked for, and not before."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby

from actormap.cli import manual, speech

WIDTH = 78  # and the help is set in by two
Told = tuple[str, str]  # names, and what they are


def filled(text: str) -> str:
    """Return a text with the lists that it names."""
    for name, lines in LISTS.items():
        if f"{{{name}}}" in text:
            text = text.replace(f"{{{name}}}", "\n".join(lines()))
    return text


def listed(entries: Iterable[Told], head: str = "") -> list[str]:
    """Return a list as lines, the names of what is told in the same words on one of them; `head` stands before the first."""
    together = [(", ".join(name for name, _ in some), says) for says, some in groupby(entries, key=lambda entry: entry[1])]
    wide = max(len(names) for names, _ in together)
    lines: list[str] = []
    for names, says in together:
        first = f"{head if not lines else ' ' * len(head)}  {names:<{wide}}  "
        lines += textwrap.wrap(says, WIDTH, initial_indent=first, subsequent_indent=" " * len(first))
    return lines


def _measures() -> list[str]:
    from actormap.i18n import Texts
    from actormap.output import measure_words

    texts = Texts.load(speech.here().lang)
    return listed((name, measure_words.word(texts, name, "short")) for name in measure_words.names(texts))


def _looks() -> list[str]:
    from actormap.map.engines import ENGINES
    from actormap.map.layout.registry import LAYOUTS
    from actormap.model.edition import EDITIONS

    layouts = {name: layout.says for name, layout in LAYOUTS.items()}
    editions = {name: edition.says for name, edition in EDITIONS.items()}
    told = (("engine", ENGINES, "--engine "), ("layout", layouts, "--layout "), ("edition", editions, "--edition"))
    return [line for name, entries, head in told for line in listed(_said(name, entries), head)]


def _exports() -> list[str]:
    from actormap.export.write import FORMATS

    return listed(_said("export", {name: form.says for name, form in FORMATS.items()}))


def _imports() -> list[str]:
    from actormap.workspace.importing.forms import FORMS

    return listed(_said("import", {name: form.says for name, form in FORMS.items()}), "--as")


def _said(of: str, entries: Mapping[str, str]) -> Iterator[Told]:
    return ((name, manual.said(f"help.list.{of}.{name}", says)) for name, says in entries.items())


def _report_editions() -> list[str]:
    from actormap.report.editions import EDITIONS

    return listed(_said("report", {name: edition.says for name, edition in EDITIONS.items()}), "--edition ")


LISTS: Mapping[str, Callable[[], list[str]]] = {
    "measures": _measures,
    "looks": _looks,
    "exports": _exports,
    "imports": _imports,
    "report_editions": _report_editions,
}
