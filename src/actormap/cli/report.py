"""The command that writes the report."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from actormap import files
from actormap.cli import options, output, screen, session
from actormap.cli.command import FORM, Option, command
from actormap.cli.request import Request
from actormap.errors import InputError, UsageError
from actormap.output.document.writers import FORMATS
from actormap.report.editions import EDITIONS

if TYPE_CHECKING:
    from actormap.atlas.atlas import Atlas
    from actormap.output.document.publication import Publication
    from actormap.output.document.style import DocumentStyle
    from actormap.report.editions import ReportEdition

MARKDOWN, ALL = "md", "all"
TEXTS = (MARKDOWN, "html")
MOST_ON_PAPER = 150  # nodes of a map that can be read on A4
INTERNAL = next(iter(EDITIONS))
ABOUT_ONE = next(name for name, edition in EDITIONS.items() if edition.about_one)


@dataclass(frozen=True, slots=True)
class ReportTerms:
    """What is asked of a report: the day, the network, the edition, the forms, and the graph that it is compared with, if any."""

    date: str
    network: str | None
    edition: ReportEdition
    forms: tuple[str, ...]
    before: Atlas | None


@command(
    short="Write the report: what to decide and why, with what it rests on.",
    headings={"What it is about, and for whom": ("edition", "subject", "before", "network", "date", "checked")},
)
@click.option("--edition", type=click.Choice(tuple(EDITIONS)), help=f"For whom it is  [default: {INTERNAL}; {ABOUT_ONE} with --for]")
@click.option("--for", "subject", metavar=f"NAME|{ALL}", help="The municipality that its two pages are about, or one file for each member.")
@click.option("--since", "before", metavar="DATE|PLACE", help="Tell what has changed since a date, or since another workspace.")
@click.option(
    "--check",
    "checked",
    type=options.A_FILE,
    metavar="FILE",
    help="Tell instead what in a document, DOCX, HTML or PDF, keeps somebody from reading it.",
)
@options.output(MARKDOWN, *(form for form in FORMATS if form != MARKDOWN))
@click.option(
    "--also",
    cls=Option,
    heading=FORM,
    multiple=True,
    type=click.Choice(tuple(FORMATS)),
    help="Write it in this form too, beside the file of --output; may be given several times.",
)
@options.network
@options.date
@options.selection
@options.source
def report(
    request: Request,
    edition: str | None,
    subject: str | None,
    before: str | None,
    checked: Path | None,
    also: tuple[str, ...],
    network: str | None,
    date: str | None,
) -> int:
    """Write the report about a network: what to decide and why, where it stands, who is key, what is missing, and how sure that is.

    Every statement has a note of what it rests on; what is only implied says so. --output says by its suffix what kind of file is written.
    With --check the exit code is 1 if anything is found.

    \b
    {report_editions}
    """
    if checked is not None:
        return _check(checked, request)
    chosen, target = _edition(edition, subject), request.output
    if subject == ALL and target is None:
        raise UsageError(
            "A report for each needs files.", hint=f"Say --output {ABOUT_ONE}.html, and each has its name in that of its file."
        )
    if also and target is None:
        raise UsageError("A report in several forms needs files.", hint="Say --output report.html, and each stands beside it.")
    forms, atlas = tuple(dict.fromkeys((_form(request), *also))), session.open(request)
    day = session.the_day(date)
    wanted = ReportTerms(day, network, chosen, forms, _earlier(before, day, atlas, request))
    for actor in _each(atlas, network) if subject == ALL else (subject,):
        file = target.with_name(f"{target.stem}-{actor}{target.suffix}") if target and subject == ALL else target
        for number, (form, written) in enumerate(_written(atlas, wanted, actor, request).items()):
            beside = file.with_suffix(FORMATS[form].suffix) if file and number else file
            _deliver(written, form, atlas, replace(request, output=beside))
    return 0


def _check(file: Path, request: Request) -> int:
    """Tell what in a document keeps somebody from reading it, a line each; return 1 if anything does."""
    from actormap.i18n import LANGUAGES
    from actormap.output.document.accessibility.check import check, told

    texts = output.texts(request.lang or LANGUAGES[0])
    found = check(file)
    lines = [told(each, texts) for each in found] or [texts("accessibility.none")]
    output.deliver(screen.folded("\n".join(lines) + "\n", request), texts, request)
    return 1 if found else 0


def _edition(name: str | None, subject: str | None) -> ReportEdition:
    edition = EDITIONS[name or (ABOUT_ONE if subject else INTERNAL)]
    if edition.about_one and not subject:
        raise UsageError("Whom the report is about is not said.", hint=f"Say --for partille, or --for {ALL}.")
    if subject and not edition.about_one:
        raise UsageError(f"The {edition.name} edition is about all, not about one.", hint=f"Leave out --for, or say --edition {ABOUT_ONE}.")
    return edition


def _form(request: Request) -> str:
    """Return the form that is meant: the one named, the one that the file's name ends in, or Markdown."""
    from actormap.output.document import writers

    output.refuse_contradiction(request)
    if request.form:
        return request.form
    return writers.form_of(request.output) if request.output else MARKDOWN


def _earlier(said: str | None, date: str, atlas: Atlas, request: Request) -> Atlas | None:
    """Return the graph that the report of a date is compared with: this one at an earlier date, or another."""
    from actormap.model import dates

    if said is None:
        return None
    try:
        since = dates.parse(said)
    except ValueError:
        if _is_no_place(said):
            raise UsageError(
                f'--since "{said}" is neither a date nor a workspace.',
                hint="Write 2014, 2014-06 or 2014-06-01, or name a folder, a workbook or a built-in workspace.",
            ) from None
        return session.open(replace(request, workspace=said, store=None))
    day = atlas.selection.at or date
    if dates.first_day(since) > dates.last_day(day):
        raise UsageError(
            f"--since {since} lies after the day of the report, {day}.", hint="Say an earlier date, or a later day with --date."
        )
    return atlas.narrowed(at=since)


def _is_no_place(said: str) -> bool:
    """Return whether there is nothing at all that a text could be the place of."""
    from actormap.model.choices import BUILT_IN
    from actormap.workspace.combination import places

    try:
        return not said.strip() or not (said in BUILT_IN or places.several(said) or files.expanded(said).exists())
    except (OSError, ValueError, InputError):  # no name that a file can have, or ~ of nobody
        return True


def _written(atlas: Atlas, wanted: ReportTerms, subject: str | None, request: Request) -> dict[str, bytes]:
    """Return the report in each form that is wanted, composed once for those with a map and once for those without."""
    from actormap.output.document import writers

    composed = {
        drawn: _composed(atlas, wanted, subject, drawn=drawn) for drawn in dict.fromkeys(_is_drawn(form, wanted) for form in wanted.forms)
    }
    style = _style(atlas, request)
    return {form: writers.write(composed[_is_drawn(form, wanted)], form, style) for form in wanted.forms}


def _is_drawn(form: str, wanted: ReportTerms) -> bool:
    """Return whether the report has a map in a form."""
    return form != MARKDOWN and "present" in wanted.edition.parts


def _composed(atlas: Atlas, wanted: ReportTerms, subject: str | None, *, drawn: bool) -> Publication:
    from actormap.map.options import MapOptions
    from actormap.report import composition

    issued = MapOptions(edition=wanted.edition.shown.name)
    shown = issued.issued(atlas)
    return composition.compose(
        shown,
        wanted.date,
        network=wanted.network,
        edition=wanted.edition,
        whole=atlas,
        subject=subject,
        before=issued.issued(wanted.before) if wanted.before else None,
        map_svg=_map(shown, wanted) if drawn else None,
    )


def _style(atlas: Atlas, request: Request) -> DocumentStyle:
    """Return the colours and templates that the workspace gives its documents."""
    from actormap.model import graph_settings
    from actormap.model.choices import BUILT_IN
    from actormap.output.document import style

    place = session.place_unless_stored(request.workspace, request.store)
    folder = files.expanded(place) if place and place not in BUILT_IN else None
    base = None if folder is None or not folder.exists() else folder if folder.is_dir() else folder.parent
    return style.read(graph_settings.table(atlas.settings, atlas.title).get(graph_settings.REPORT), base)


def _map(shown: Atlas, wanted: ReportTerms) -> str | None:
    """Return the map on paper, None where it would be too full to read."""
    from actormap.map import compose
    from actormap.map.options import MapOptions
    from actormap.map.paper import PAGE

    if not 1 < sum(1 for _ in shown.shown().nodes()) <= MOST_ON_PAPER:
        return None
    drawn = MapOptions(edition=wanted.edition.shown.name)
    return compose.draw_poster(shown, wanted.date, paper=PAGE, network=shown.focus(wanted.network), options=drawn)


def _each(atlas: Atlas, network: str | None) -> list[str]:
    """Return the municipalities that are members of the network, without such all there are, by id."""
    from actormap.analysis.composition.seated import seated

    focal = atlas.focus(network)
    every = {each.id for each in atlas.snapshot.municipalities}
    inside = every & set(seated(atlas.view("affiliation"), focal)) if focal else set()
    return sorted(inside or every)


def _deliver(written: bytes, form: str, atlas: Atlas, request: Request) -> None:
    texts = output.texts(atlas.lang)
    if request.output is not None:
        output.deliver(written, texts, request)
        return
    if form not in TEXTS:
        raise UsageError(f"A {form} answer needs a file.", hint=f"Say --output report{FORMATS[form].suffix}")
    told = written.decode()
    output.deliver(screen.laid_out(told, texts, request) if form == MARKDOWN and not request.form else told, texts, request)


COMMANDS = (report,)
