"""Claims about the Cypher that is shipped: one statement a file, nothing filled in, runnable as pasted, and in step with the model."""

from __future__ import annotations

import json
import re
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from neo4j.exceptions import ClientError

from actormap import workspace
from actormap.analysis.queries import catalogue
from actormap.analysis.queries.answer import ANSWERS
from actormap.atlas.query import ask
from actormap.i18n import LANGUAGES, Texts
from actormap.model.records import NODE_TABLES, Snapshot
from actormap.model.vocabulary import Vocabulary
from actormap.store.neo4j import rows
from actormap.store.neo4j.schema import constraint
from actormap.store.neo4j.statements import names, statement
from actormap.store.neo4j.writing import STATEMENTS
from tests.offenders import none_of
from tests.store.foreign import query
from tests.store.neo4j_places import Neo4jPlace
from tests.store.places import load

ROOT = Path(__file__).parent.parent
FILES = sorted((ROOT / "cypher").rglob("*.cypher"))
VOCABULARY = Vocabulary.load()


def code_of(path):
    """Return a file without its comments."""
    return "\n".join(line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("//"))


def test_a_file_begins_with_its_purpose():
    assert FILES
    first_lines = {path: path.read_text(encoding="utf-8").splitlines()[0] for path in FILES}
    none_of(f"{path}: {line}" for path, line in first_lines.items() if not re.fullmatch(r"// [A-Z].*[.?].*", line))


def test_a_file_holds_one_statement_in_lines_that_can_be_read():
    parts = {path: [part.strip() for part in code_of(path).split(";\n")] for path in FILES}
    statements = {path: [part for part in found if part and not part.startswith(":param")] for path, found in parts.items()}
    none_of(f"{path}: {len(found)} statements" for path, found in statements.items() if len(found) != 1)
    none_of(f"{path}: {line}" for path in FILES for line in code_of(path).splitlines() if len(line) > 140)


def test_no_cypher_stands_in_python():
    code = {path: re.sub(r'"""[\s\S]*?"""|#.*', "", path.read_text(encoding="utf-8")) for path in sorted((ROOT / "src").rglob("*.py"))}
    assert code
    found = {path: re.findall(r".*\b(?:MATCH|MERGE|UNWIND|DETACH DELETE|CREATE \().*", text) for path, text in code.items()}
    none_of(f"{path}: {line.strip()}" for path, lines in found.items() for line in lines)


def test_every_statement_that_can_be_undone_with_is_shipped():
    assert set(STATEMENTS) <= set(names("write"))
    assert all(statement(f"write/{name}").startswith("//") for name in STATEMENTS)


def test_every_type_of_the_vocabulary_has_its_constraint():
    shipped = {name.removeprefix("relationships-") for name in names("schema") if name.startswith("relationships-")}
    assert shipped == set(VOCABULARY.types)
    for name in VOCABULARY.types:
        assert f"[r:{rows.type_of(name)}]" in statement(f"schema/relationships-{name}")


def test_a_constraint_has_the_name_that_its_file_promises():
    for name in names("schema"):
        assert re.search(rf"CREATE (CONSTRAINT|FULLTEXT INDEX) {constraint(name)} IF NOT EXISTS", statement(f"schema/{name}"))


def test_the_labels_that_are_counted_are_those_of_the_vocabulary():
    counts = statement("read/counts")
    for table in NODE_TABLES:
        assert rows.labels()[table][-1] in counts
        assert f"AS {table}" in counts


# --- questions -----------------------------------------------------------------------------------------------------------------------


def test_there_are_ten_questions_or_more_and_each_has_an_answer_from_a_snapshot_too():
    assert len(catalogue()) >= 10
    assert set(catalogue()) == set(ANSWERS) == set(names("explore"))


@pytest.mark.parametrize("name", catalogue())
def test_what_a_question_declares_is_what_it_does(name):
    question = catalogue()[name]
    text = (ROOT / "cypher" / "explore" / f"{name}.cypher").read_text(encoding="utf-8")
    told = dict(re.findall(r"^:param (\w+) => (.+);$", text, re.MULTILINE))
    assert {key: json.loads(value) for key, value in told.items()} == {one.name: one.default for one in question.parameters}
    assert set(re.findall(r"\$(\w+)", statement(f"explore/{name}"))) == set(told)
    returned = text.rpartition("\nRETURN")[2]
    assert [re.search(rf"\b{column}\b", returned) is not None for column in question.columns] == [True] * len(question.columns)
    assert {column.removeprefix("-") for column in question.order} <= set(question.columns)
    assert question.purpose.endswith("?") or "?" in question.purpose


def test_every_question_column_and_parameter_has_its_words():
    wanted = {f"purpose.{name}" for name in catalogue()}
    wanted |= {f"column.{column}" for question in catalogue().values() for column in question.columns}
    wanted |= {f"parameter.{one.name}" for question in catalogue().values() for one in question.parameters}
    none_of(f"{lang}: {key}" for lang in LANGUAGES for key in sorted(wanted - set(Texts.load(lang).under("questions"))))


def test_every_question_runs_as_it_is_pasted_into_a_client(tmp_path):
    place = Neo4jPlace(tmp_path)
    gria = workspace.read("gria")
    load(place, gria.snapshot)
    server = place.server
    shell = [server.java, "-cp", str(server.jars / "*"), "org.neo4j.shell.Main", "-a", server.uri, "-u", "neo4j", "-p", server.password]
    pasted = "\n".join((ROOT / "cypher" / "explore" / f"{name}.cypher").read_text(encoding="utf-8") for name in catalogue())
    said = subprocess.run([*shell, "--format", "plain"], input=pasted, capture_output=True, text=True, encoding="utf-8", check=False)
    assert (said.returncode, said.stderr) == (0, "")
    answers = {name: ask(gria.snapshot, name).rows for name in catalogue()}
    headed = {name for name, question in catalogue().items() if ", ".join(question.columns) + "\n" in said.stdout}
    assert headed == {name for name, found in answers.items() if found}  # the shell says nothing where nothing is found
    assert len(headed) >= 10


def test_every_question_has_the_same_rows_in_the_same_order_here_and_as_it_is_pasted(tmp_path):
    place = Neo4jPlace(tmp_path)
    snapshot = in_swedish(workspace.read("gria").snapshot)
    load(place, snapshot)
    differ = {}
    for name, question in catalogue().items():
        pasted = query(place.server, statement(f"explore/{name}"), **{one.name: one.default for one in question.parameters})
        here = [dict(row) for row in ask(snapshot, name).rows]
        if [list(map(repr, row.values())) for row in pasted] != [list(map(repr, row.values())) for row in here]:
            differ[name] = (pasted, here)
    assert not differ


def in_swedish(snapshot):
    """Return a graph in which names begin with every letter that an order may put elsewhere, and some are alike but for capitals."""
    firsts = ("Å", "ä", "Ö", "z", "a", "Ü", "É", "Ab", "aB", "8", "-", "Æ")
    renamed = [
        replace(node, name=firsts[number % len(firsts)] + node.name[number % 3 :]) if hasattr(node, "aliases") else node
        for number, node in enumerate(snapshot.nodes())
    ]
    return Snapshot.of(renamed, snapshot.relationships, snapshot.coverage)


# --- where Graph Data Science is installed ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", names("gds"))
def test_a_question_for_graph_data_science_is_sound_and_skipped_where_it_is_not_installed(name, tmp_path):
    text = statement(f"gds/{name}")
    assert "Graph Data Science" in text.splitlines()[0]
    graph = f'"actormap_{name}"'
    assert text.count(f"gds.graph.drop({graph}, false)") == text.count(f"gds.graph.project({graph}") == 1  # pasted twice it works twice
    place = Neo4jPlace(tmp_path)
    load(place, workspace.read("gria").snapshot)
    if query(place.server, "SHOW PROCEDURES YIELD name WHERE name STARTS WITH 'gds.' RETURN name LIMIT 1"):
        assert query(place.server, text)
        return
    # What has been read as far as to the procedure that is not there has no fault of writing in it.
    with pytest.raises(ClientError, match=r"gds\."):
        query(place.server, "EXPLAIN " + text)
    pytest.skip("Graph Data Science is not installed on this server, so its question was only read and not asked.")


def test_every_question_of_the_readme_finds_something_in_gria_as_it_is_pasted(tmp_path):
    place = Neo4jPlace(tmp_path)
    load(place, workspace.read("gria").snapshot)
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    questions = [
        one.strip() for block in re.findall(r"```cypher\n(.*?)```", readme, re.DOTALL) for one in block.split(";\n") if one.strip()
    ]
    assert len(questions) >= 10
    query(place.server, "CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()")
    none_of(question for question in questions if not query(place.server, question))


# --- colours -------------------------------------------------------------------------------------------------------------------------


def test_the_style_file_has_the_colours_of_the_vocabulary():
    text = (ROOT / "cypher" / "actormap.grass").read_text(encoding="utf-8")
    rules = {
        selector: dict(re.findall(r"([\w-]+): (.+?);", body)) for selector, body in re.findall(r"^(\S+) \{([^}]*)\}", text, re.MULTILINE)
    }
    for node, words in VOCABULARY.nodes.items():
        kinds = [kind.style for kind in VOCABULARY.kinds[node].values()]
        colour = VOCABULARY.styles[max(sorted(set(kinds)), key=kinds.count)].colour
        assert rules[f"node.{words.label}"]["color"] == colour
    for name, kind in VOCABULARY.types.items():
        assert rules[f"relationship.{rows.type_of(name)}"]["color"] == kind.colour
