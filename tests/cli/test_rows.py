"""Claims about how many rows of a table are shown, by every command whose number of rows is no part of the question."""

from __future__ import annotations

import re
import shutil
import sys

import pytest

from actormap.cli.main import run
from actormap.workspace.pages import entry
from tests.cli.test_grammar import CIRCLE, LISTS, OWN_TOP, having
from tests.cli.test_screen import Sent
from tests.tables import written
from tests.workspace.coding.conftest import TABLES as CODED
from tests.workspace.decisions.conftest import BODY
from tests.workspace.pages import samples

# What commands are asked for a table; words in capitals are places.
TABLES = """
agreement CODED
answer --list CIRCLE
bridges CIRCLE
brokers CIRCLE
candidates PAGE --list --workspace PAGES
cliques --least 2 CIRCLE
collaboration CIRCLE
cores CIRCLE
ratings CIRCLE
communities --runs 2 CIRCLE
compare --before 2014 --at 2017 --no-certainty CIRCLE
copy STORE sqlite:///OUT --dry-run
core CIRCLE
coverage --evidence CIRCLE
cutpoints CIRCLE
describe --resamples 0 CIRCLE
duplicates --list gria
ego forbundet CIRCLE
factors list gria
factors municipalities CIRCLE
factors results CIRCLE
factors show vagledning CIRCLE
gaps --evidence CIRCLE
group CIRCLE
homophily CIRCLE
keyplayers -k 1 CIRCLE
load --dry-run CIRCLE
overlap gria
projects list CIRCLE
qap contacts --same kind --permutations 9 CIRCLE
query members_of -p network=kretsen CIRCLE
read PAGE PAGE2
restore BACKUP --store sqlite:///RESTORED
salience CIRCLE
similar forbundet CIRCLE
status CIRCLE
sunset --calendar CIRCLE
timeline CIRCLE
vacant CIRCLE
""".strip().splitlines()
FEW = ("answer", "cliques", "factors results", "group", "keyplayers", "qap")  # whose tables are of one row here, or of none
CODED_AGAIN = "p,q1,mycket,d,s. 4,reviewer,project\np,q2,ja,d,s. 6,analyst,\np,q2,ja,d,s. 6,reviewer,\n"


def test_every_such_command_is_asked_here():
    commands = set(having("--top")) - OWN_TOP - LISTS
    assert {name for name in commands for words in TABLES if words.startswith(f"{name} ")} == commands


@pytest.fixture(scope="module")
def places(tmp_path_factory):
    """Return where what stands in capitals in `TABLES` lies."""
    folder = tmp_path_factory.mktemp("tables")
    named = {
        "CIRCLE": folder / "circle",
        "CODED": written(folder / "coded", CODED | {"answers": CODED["answers"] + CODED_AGAIN}),
        "PAGES": folder / "pages",
    }
    shutil.copytree(CIRCLE, named["CIRCLE"], ignore=shutil.ignore_patterns(".actormap"))
    for word, layout, body in (("PAGE", "1420B", BODY), ("PAGE2", "plusC", ())):
        named[word] = folder / f"{layout}.txt"
        named[word].write_text(samples.page(layout, body=body), encoding="utf-8")
    entry.enter(named["PAGES"], [named["PAGE"]])
    named |= {"BACKUP": folder / "circle.backup", "OUT": folder / "out.sqlite", "RESTORED": folder / "restored.sqlite"}
    assert run(["load", str(named["CIRCLE"]), "-q"]) == 0
    assert run(["backup", str(named["BACKUP"]), str(named["CIRCLE"]), "-q"]) == 0
    assert run(["restore", str(named["BACKUP"]), "--store", f"sqlite:///{named['RESTORED']}", "-q"]) == 0
    named["STORE"] = f"sqlite:///{named['CIRCLE'] / '.actormap' / 'graph.sqlite'}"
    return {word: str(place) for word, place in named.items()}


@pytest.mark.parametrize("words", TABLES)
def test_the_first_row_of_each_table_is_shown_where_one_is_asked_for(words, places, monkeypatch, actormap_says):
    arguments = [re.sub("[A-Z]{3,}2?", lambda found: places[found[0]], word) for word in words.split()]
    arguments += ["--quiet", "--lang", "sv"]
    whole = [table.splitlines() for table in actormap_says(*arguments).out.split("\n\n")]
    assert len(whole[0]) > 2 or words.startswith(FEW)
    few = actormap_says(*arguments, "--top", "1")
    assert (few.code, [table.splitlines() for table in few.out.split("\n\n")]) == (0, [table[:2] for table in whole])
    sent = Sent()
    monkeypatch.setattr(sys, "stdout", sent)
    run([*arguments, "--top", "1", "--no-pager"])
    told = " ".join(sent.text.split())
    assert [int(n) for n in re.findall(r"och (\d+) till: --top, -f csv", told)] == [len(table) - 2 for table in whole if len(table) > 2]


@pytest.mark.parametrize(
    ("words", "first", "second"),
    [
        ("others", "- Samordningsförbundet Göteborg (Finsam) (", "- Samordningsförbundet Älv & Kust"),
        ("clusters", "Studieavbrott från gymnasiet:", "Utanförskap bland unga:"),
        ("explain rar --no-certainty", " SPIRA Sörmland", " Ungas lärande"),
        ("projects show invux", "Slag: projekt", "Nummer: 2019/00120"),
        ("projects compare plug-in invux", "Individanpassade och helhetsinriktade lösningar: ja", "Normkritiskt perspektiv: ja"),
        ("projects matrix --by themes", "Coachning för unga, Göteborg ", "Coachning för unga, Kungsbacka "),
        ("whatif --remove-member ale --remove-member tjorn --resamples 1", "Ale har inte längre plats", "Tjörn har inte längre plats"),
    ],
)
def test_the_first_of_each_list_is_told_where_one_is_asked_for_and_data_stays_whole(words, first, second, actormap_says):
    arguments = [*words.split(), "--quiet", "--lang", "sv", "gria"]
    whole, few = actormap_says(*arguments).out, actormap_says(*arguments, "--top", "1").out
    assert (first in whole, second in whole, "till: --top, -f csv" in whole) == (True, True, False)
    assert (first in few, second in few, "till: --top, -f csv" in few) == (True, False, True)
    assert actormap_says(*arguments, "--top", "1", "-f", "csv").out == actormap_says(*arguments, "-f", "csv").out


def test_errors_are_told_before_warnings_where_not_all_are(tmp_path, in_english):
    tables = {"actors": "id,name\na,A\nb,B\n", "relationships": "source,type,target\na,nothing,b\n"}
    place = str(written(tmp_path / "w", tables))
    lines = in_english("check", place, "--top", "1").out.splitlines()
    assert ": error: " in lines[0]
    assert lines[1] == "and 2 more: --top, -f csv"
    assert ": warning: " in in_english("check", place).out.splitlines()[0]
