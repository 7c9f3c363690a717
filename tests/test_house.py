"""How few files it takes to add what is added most often: each is done once in a copy of the package, and asked for."""

from __future__ import annotations

import gzip
import json

import pytest

from tests import package_copy

TIES = """

def twofold(view: View, normalised: bool = True) -> Scores:
    return Scores({node: 2 * count for node, count in view.graph.degree()})
"""
WORDS = """
[twofold]
heading = "Twice"
name = "Twice the ties"
short = "twice the ties"
definition = "Twice the ties."
map = "Twice"
most = "Most: {name}."
some = "Some: {name}."
none = "None: {name}."
first.heading = "First in twofold"
first.definition = "Who is first in ties."
"""
LOUD = """

def _loud(results: Sequence[Result], writer: Writer, terminal: Terminal) -> str:
    return "".join(f"{row['name']}!\\n" for row in results[0].rows)


FORMATS: Mapping[str, Format] = {"loud": Format(_loud, ".loud"), **FORMATS}
"""
NAMES = """

def names(graph: AnyGraph) -> bytes:
    return "\\n".join(sorted(graph)).encode()


FORMATS: Mapping[str, GraphFile | Matrix] = {**FORMATS, "names": GraphFile(GRAPHS, names, (".txt",))}
"""
EVERYBODY = """

def _everybody(occasion: Occasion) -> Overlay:
    words, reasons = _words(), Reasons()
    for actor in occasion.atlas.snapshot.actors:
        _add(reasons, actor.id, words, "overlays.everybody.why")
    return _overlay("everybody", words, reasons)


OVERLAYS: Mapping[str, Callable[[Occasion], Overlay | None]] = {**OVERLAYS, "everybody": _everybody}
"""
SAID = '\n[everybody]\nname = "Everybody"\nmeaning = "All."\nwhy = "Is an actor."\n'
LEAVES = '''"""Who hangs on a single tie."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from actormap.analysis.result import Context, NodeRow, Result
from actormap.graph.views import View


class LeavesRow(NodeRow):
    """A row of `Leaves`."""

    stem: str


@dataclass(frozen=True)
class Leaves(Result[LeavesRow]):
    """The nodes with one neighbour, and which: `id`, `name`, `kind`, `stem`."""

    name: ClassVar[str] = "leaves"
    header: ClassVar[tuple[str, ...]] = tuple(LeavesRow.__annotations__)


def find(view: View) -> Leaves:
    """Return the leaves of a view."""
    ends = ((view.node(node), *around) for node, around in view.graph.adj.items() if len(around) == 1)
    return Leaves(Context.of(view), tuple({"id": one.id, "name": one.name, "kind": one.kind, "stem": stem} for one, stem in ends))
'''
LEAVES_ASKED = """    def leaves(self, **options: Any) -> Any:
        \"\"\"Return who hangs on a single tie.\"\"\"
        return analyses.leaves.find(self.view(**options))

    def overlap("""
LEAVES_COMMAND = """@command(short="List who hangs on a single tie.")
@options.analysis
def leaves(request: Request) -> None:
    \"\"\"List who hangs on a single tie.\"\"\"
    atlas = session.open(request)
    output.show(atlas.leaves(**request.view()), atlas, request)


COMMANDS = (leaves, """
LEAVES_WORDS = ("[heading]", '[definition.of.leaves]\nstem = "Its only neighbour."\n\n[heading]\nstem = "Hangs on"')
PHASES = "ALTER TABLE projects ADD COLUMN phase TEXT;\n\nPRAGMA user_version = 7;\n"
PROJECTS = ("planned_participants = ", 'phase = "How far it has come."\nplanned_participants = ')
ENTRY = '        Measure("degree", "degree"'
MEASURE = {
    "analysis/centrality/degree.py": TIES,
    "analysis/centrality/measures.py": (ENTRY, f'        Measure("twofold", "degree"),\n{ENTRY}'),
    **{f"locale/{lang}/measures.toml": WORDS for lang in ("sv", "en")},
}
GRAPH_FORMAT = {"export/graph_files.py": NAMES}
RESULT_FORMAT = {"output/render.py": LOUD}
OVERLAY = {"map/overlays/findings.py": EVERYBODY, **{f"locale/{lang}/overlays.toml": SAID for lang in ("sv", "en")}}
ANALYSIS = {
    "analysis/cohesion/leaves.py": LEAVES,
    "atlas/analyses.py": ('    "overlap": "', '    "leaves": "actormap.analysis.cohesion.leaves",\n    "overlap": "'),
    "atlas/atlas.py": ("    def overlap(", LEAVES_ASKED),
    "cli/groups.py": ("COMMANDS = (", LEAVES_COMMAND),
    "cli/contents.py": ('"groups": (', '"groups": (\n        "leaves",'),
    **{f"locale/{lang}/results.toml": LEAVES_WORDS for lang in ("sv", "en")},
}
COLUMN = {
    "model/records.py": ("    planned_participants: ", "    phase: str | None = None\n    planned_participants: "),
    "workspace/schema/rows.py": ("    planned_participants: ", "    phase: MaybeText = None\n    planned_participants: "),
    "store/sqlite/schema/007-phase.sql": PHASES,
    **{f"locale/{lang}/template.toml": PROJECTS for lang in ("sv", "en")},
}
ADDED = {
    "measure": (MEASURE, 4),
    "graph format": (GRAPH_FORMAT, 1),
    "result format": (RESULT_FORMAT, 1),
    "overlay": (OVERLAY, 3),
    "analysis": (ANALYSIS, 8),
    "column": (COLUMN, 6),
}
ASKED = {
    "ranked": "centrality -m twofold --no-certainty --format json --quiet",
    "help": "centrality --help",
    "spoken": "centrality -m twofold --no-certainty --explain --lang en",
    "loud": "gaps --format loud --quiet",
    "by suffix": "gaps --output gaps.loud --quiet",
    "names": "export names --output names.txt",
    "map": "map --date 2026-01-31 --output map.html",
    "leaves": "leaves --format csv --lang en --quiet",
    "load": "load --store sqlite:///phases.sqlite",
    "backup": "backup phases.json --store sqlite:///phases.sqlite",
    "tables": "init made",
}
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """Return a folder with a copy of the package to which everything has been added, and a small workspace."""
    folder = tmp_path_factory.mktemp("house")
    package = package_copy.copy_into(folder)
    for changes, _ in ADDED.values():
        for name, change in changes.items():
            file = package / name
            text = file.read_text(encoding="utf-8") if file.exists() else ""
            anchor, put = change if isinstance(change, tuple) else ("", "")
            assert anchor in text, name
            file.write_text(text.replace(anchor, put, 1) if anchor else text + change, encoding="utf-8")
    projects = folder / "circle" / "projects.csv"
    first, *others = projects.read_text(encoding="utf-8").splitlines()
    projects.write_text("\n".join([f"{first},phase", *(f"{line},pilot" for line in others)]), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def answers(place):
    found = package_copy.ask(place, ASKED)
    assert {name: said for name, said in found.items() if said[0]} == {}
    return {name: out for name, (_, out) in found.items()}


@pytest.mark.parametrize("what", ADDED)
def test_it_takes_no_more_files_than_is_said(what):
    changes, most = ADDED[what]
    assert len(changes) <= most


def test_a_measure_ranks_and_has_its_line_in_the_help_and_its_words(answers):
    assert [row["twofold"] for row in json.loads(answers["ranked"])["rows"][:2]] == [6, 4]
    assert "twofold         twice the ties" in answers["help"]
    assert "Twice" in answers["spoken"]
    assert "Most: " in answers["spoken"]


def test_a_format_of_results_is_chosen_by_name_and_by_suffix(place, answers):
    assert answers["loud"].splitlines()[0].endswith("!")
    assert (place / "circle" / "gaps.loud").read_text(encoding="utf-8") == answers["loud"]


@pytest.mark.usefixtures("answers")
def test_a_format_of_the_graph_is_written(place):
    names = (place / "circle" / "names.txt").read_text(encoding="utf-8").splitlines()
    assert names == sorted(names)
    assert "kretsen" in names


@pytest.mark.usefixtures("answers")
def test_an_overlay_is_on_the_map_and_so_is_the_measure(place):
    page = (place / "circle" / "map.html").read_text(encoding="utf-8")
    assert '"everybody"' in page
    assert "Twice" in page


def test_an_analysis_answers_a_command_with_its_own_column(answers):
    header, *rows = answers["leaves"].splitlines()
    assert header == "id,name,kind,stem"
    assert rows
    assert all(row.split(",")[3] for row in rows)


@pytest.mark.usefixtures("answers")
def test_a_column_goes_from_the_table_through_the_store_into_the_backup_and_the_template(place):
    kept = map(json.loads, gzip.decompress((place / "circle" / "phases.json").read_bytes()).splitlines())
    assert [line["phase"] for line in kept if "phase" in line] == ["pilot"] * 3
    assert "phase" in (place / "circle" / "made" / "projects.csv").read_text(encoding="utf-8-sig").splitlines()[0]
