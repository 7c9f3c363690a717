"""The whole of what the command line says of one small workspace, in one language: what to ask, and how the answers become text."""

from __future__ import annotations

import io
import re
import shutil
from collections.abc import Mapping
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path

import click
import openpyxl
import pytest

from actormap.cli.main import cli, run
from actormap.i18n import LANGUAGES, Texts
from actormap.model.vocabulary import Vocabulary

HERE = Path(__file__).parent
CIRCLE, SCENARIO = HERE / "circle", HERE / "scenario.toml"
BROKEN = HERE.parent / "workspace" / "broken"
PATIENT = "--budget 600"  # no answer depends on how fast the machine is
WITH_PLANS = "--status stated,stated_collectively,implied,planned"

LOADED = 3  # of the questions to the store: those asked before anything else is
# File -> the questions whose answers stand in it.
ASKED = {
    "actors": (
        f"centrality -m degree,betweenness,closeness,harmonic,eigenvector,pagerank,katz,k_core --resamples 30 {PATIENT}",
        "centrality --view actors -m degree,constraint,effective_size --raw --no-certainty",
        "centrality --view actors --weighted --no-certainty",
        "centrality --view actors --strength newman --no-certainty",
        "centrality --view actors --strength weight --no-certainty",
        "cutpoints",
        "brokers",
        "brokers --by region",
        "gaps",
        "gaps --at 2018 --evidence",
        "salience",
        "salience --network radet",
        f"question {PATIENT}",
    ),
    "groups": (
        "keyplayers -k 1",
        "keyplayers -k 1 --objective fragmentation",
        "keyplayers -k 1 --objective distance-reach",
        "keyplayers -k 2 --objective m-reach --m 2 --outsiders-only",
        "keyplayers -k 9",
        "group forbundet kyrkan",
        "group",
        "bridges",
        "bridges --blocks",
        "communities --runs 5",
        f"describe --resamples 30 {PATIENT}",
        "describe --view actors --by region --resamples 0",
        "describe --view all --resamples 0",
        "ego forbundet",
        "ego bolaget --view all",
        "cliques --least 2",
        "cores",
        "cores --p 9",
        "cliques --view actors",
        "qap member_of carries_out --same region --permutations 99",
        "qap contacts --same kind --permutations 99",
        "qap member_of",
        "similar forbundet",
        "similar",
        "similar --equivalence regular --view all",
        "similar forbundet --picture x.svg",
        "qap friends_with contacts",
        "core",
        "homophily --by region",
        "homophily --by municipality",
        "overlap",
        "collaboration",
        "collaboration --documents rapporten",
        "ratings",
        "ratings --documents rapporten",
    ),
    "factors": (
        "factors --date 2016-06-01",
        "factors --date 2026-06-01",
        "factors show vagledning --date 2016-06-01 --evidence",
        "factors meetings --date 2016-06-01",
        "factors municipalities --date 2016-06-01",
        "factors results",
    ),
    "explain": (
        f"explain enheten --resamples 30 {PATIENT}",
        f"explain osterby --resamples 30 {PATIENT}",
        "explain soderby --no-certainty",
        f"explain osterby --no-certainty {WITH_PLANS}",
        "explain bolaget --no-certainty",
        "explain kretsen",
        "explain bron --format md",
        f"explain forbundet --format md --resamples 30 {PATIENT}",
    ),
    "composition": (
        "coverage --evidence",
        "coverage --network radet",
        f"invite --seats 2 --front --seconds 600 --resamples 10 {PATIENT}",
        f"invite --seats 1 --include kyrkan --workload 2 --seconds 600 --resamples 10 {PATIENT}",
        "invite --seats 1 --region national --seconds 600 --no-certainty",
        f"invite --seats 1 --seconds 600 --no-certainty {WITH_PLANS}",
        "invite --seats 2 --may-leave soderby --largest 4 --seconds 600 --no-certainty --format md",
        "others",
        "clusters --date 2016-06-01",
    ),
    "whatif": (
        "whatif SCENARIO --resamples 30",
        "whatif --remove bron --resamples 30 --format md",
        "whatif --add kyrkan,member_of,kretsen --network radet --resamples 30 --evidence",
    ),
    "sunset": (
        "sunset bron",
        "sunset stegen",
        "sunset bron --network radet --format md",
        "sunset --calendar",
        "vacant",
        "vacant samordnaren",
        "vacant skolchef",
    ),
    "time": (
        "timeline",
        f"compare --before 2014 --at 2017 --resamples 30 {PATIENT}",
        "compare --documents-before rapporten --documents protokollet --no-certainty",
    ),
    "review": (
        "review --date 2016-06-01",
        "review --date 2026-01-31 --at 2015 --no-certainty",
        "review --network radet --date 2026-01-31 --no-certainty",
    ),
    "report": (
        "report --date 2026-01-31",
        f"report --date 2026-01-31 {WITH_PLANS}",
        "report --date 2026-01-31 --network radet --documents protokollet",
    ),
    "named": ("query", "query members_of -p network=kretsen", "query ends_with_project -p project=bron", "query rests_on_implied_alone"),
    "store": (
        "status",
        "load",
        "status",
        "answer Aktörer Skola nej --date 2026-01-31 --by nätverksansvarig",
        "answer Frågan Skolavbrott ja --date 2026-01-31",
        "coverage",
        "answer --list",
        "answer --undo",
        "duplicates --list",
        "answer Aktörer Skola okänt --date 2026-01-31",
        "check",
    ),
}
# What a person at a terminal of so many characters is shown of some of them.
SCREEN = 80
SCREENS = (
    "centrality -m degree,betweenness,closeness,harmonic --resamples 30 --budget 600",
    "centrality --no-certainty --ids --wide",
    "centrality --view actors --strength weight --no-certainty",
    "gaps",
    "brokers --by region",
    "cutpoints",
    "timeline",
    "overlap",
    "salience",
    "coverage",
    "describe --resamples 30 --budget 600",
    "collaboration",
    "ratings",
    "communities --runs 5",
    "ego forbundet",
    "report --date 2026-01-31",
    "explain forbundet --resamples 30 --budget 600",
    "clusters --date 2016-06-01",
    "query members_of -p network=kretsen",
    "whatif SCENARIO --resamples 30",
    "gaps --at 2018 --documents rapporten --evidence",
)
SHEETS = (
    "centrality -m degree,closeness,harmonic --resamples 30", "salience", "communities --runs 5", "core", "collaboration",
    "keyplayers -k 1 --evidence", "group forbundet", "vacant", "timeline", "whatif SCENARIO --resamples 10",
    f"invite --seats 2 --resamples 10 --seconds 600 {PATIENT}", "review --date 2016-06-01 --no-certainty", "check", "status",
)  # fmt: skip


class Reached(dict[str, str]):
    """The entries of a catalogue, and in `keys_read` those that somebody has read."""

    def __init__(self, entries: Mapping[str, str], keys_read: set[str]) -> None:
        super().__init__(entries)
        self.keys_read = keys_read

    def __getitem__(self, key: str) -> str:
        self.keys_read.add(key)
        return super().__getitem__(key)

    def get(self, key, default=None):
        if key in self:
            self.keys_read.add(key)
        return super().get(key, default)


def everything(lang: str, place: Path) -> tuple[dict[str, str], set[str]]:
    """Return what is said in a language, by golden file, and the keys of the catalogue that were read for it, in an empty folder."""
    keys_read: set[str] = set()
    catalogues = {name: Texts.load(name) for name in LANGUAGES}  # read once: half of what a small question takes is this
    catalogues[lang] = Texts(lang, Reached(catalogues[lang].entries, keys_read))
    load, shipped = Vocabulary.load, Vocabulary.load()
    circle = place / "circle"
    shutil.copytree(CIRCLE, circle)

    with pytest.MonkeyPatch.context() as patch, chdir(circle):
        patch.setattr(Texts, "load", catalogues.__getitem__)
        patch.setattr(Vocabulary, "load", lambda extension=None: load(extension) if extension else shipped)
        told = {"problems": "".join(_problems(path, lang) for path in sorted(BROKEN.iterdir()) if path.is_dir())}
        told["store"] = "".join(_answer(question, lang) for question in ASKED["store"][:LOADED])
        told |= {file: "".join(_answer(question, lang) for question in asked) for file, asked in ASKED.items() if file != "store"}
        told["screens"] = "".join(_screen(question, lang) for question in SCREENS)
        told["sheets"] = "".join(_sheets(question, lang, place / "sheets.xlsx") for question in SHEETS)
        told["store"] += "".join(_answer(question, lang) for question in ASKED["store"][LOADED:])
    return told, keys_read


def said(arguments: list[str], lang: str) -> str:
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = run([*arguments, "--lang", lang])
    said = "".join(f"! {line}\n" for line in err.getvalue().splitlines()) + out.getvalue()
    return said + (f"! {code}\n" if code else "")


def _answer(question: str, lang: str) -> str:
    """Return what a pipe is told: with ids, and each row in a sentence, where a command takes what asks for them."""
    more = ["--ids", "--explain"] if _takes(question, "explain") else []
    return f"$ {question}\n{_timeless(said([*_words(question), *more], lang))}\n"


def _takes(question: str, option: str) -> bool:
    command: click.Command | None = cli
    for word in question.split():
        if isinstance(command, click.Group):
            command = command.get_command(click.Context(command), word) or command.get_command(click.Context(command), "list")
    return any(each.name == option for each in command.params) if command else False


class Screen(io.StringIO):
    """What a terminal is sent."""

    def isatty(self) -> bool:
        return True


def _screen(question: str, lang: str) -> str:
    shown = Screen()
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(shown), redirect_stderr(io.StringIO()):
        patch.setenv("COLUMNS", str(SCREEN))
        patch.setenv("NO_COLOR", "1")
        run([*_words(question), "--no-pager", "--lang", lang])
    return f"$ {question}\n{_timeless(shown.getvalue())}\n"


def _words(question: str) -> list[str]:
    return [str(SCENARIO) if word == "SCENARIO" else word for word in question.split()]


def _timeless(text: str) -> str:
    """Return a text without what differs from one day, machine or version to the next."""
    text = re.sub(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+:\d]*", "MOMENT", text)
    return re.sub(r"SQLite [\d.]+", "SQLite VERSION", text)


def _problems(folder: Path, lang: str) -> str:
    told = said(["check", str(folder)], lang).replace(str(folder), folder.name)
    return f"$ check {folder.name}\n{told}\n"


def _sheets(question: str, lang: str, file: Path) -> str:
    """Return every cell of the workbook that answers a question: a line a row, the cells as Excel holds them."""
    told = said([*_words(question), "--quiet", "--output", str(file)], lang)
    book = openpyxl.load_workbook(file)
    lines = [f"$ {question}", *told.splitlines()]
    for sheet in book.worksheets:
        lines.append(f"[{sheet.title}]")
        lines += [" | ".join(_cell(cell) for cell in row) for row in sheet.values]
    file.unlink()
    return _timeless("\n".join(lines)) + "\n\n"


def _cell(cell: object) -> str:
    """Return a cell so that a truth value is no word, and no number depends on the last bits of a machine's arithmetic."""
    return "" if cell is None else f"{cell:.6g}" if isinstance(cell, float) else str(cell)
