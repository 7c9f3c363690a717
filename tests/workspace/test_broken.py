"""Every broken input in the folder `broken` gives the located sentences that stand beside it, and never a traceback."""

import tomllib
from pathlib import Path

import pytest

from actormap.errors import InvalidWorkspace
from actormap.i18n import Texts, placeholders
from actormap.workspace import read, require_valid

BROKEN = Path(__file__).parent / "broken"
CASES = sorted(path.name for path in BROKEN.iterdir() if path.is_dir())
SV, EN = Texts.load("sv"), Texts.load("en")


def told(problem):
    """What a reader is told of a problem, as the expectation beside the input writes it."""
    said = {
        "severity": problem.severity,
        "file": problem.file,
        "row": problem.row,
        "column": problem.column,
        "found": problem.found,
        "meant": problem.meant(SV),
        "suggestion": problem.suggestion,
    }
    return {name: value for name, value in said.items() if value is not None}


@pytest.mark.parametrize("case", CASES)
def test_a_broken_input_gives_its_located_sentences(case):
    expected = tomllib.loads((BROKEN / f"{case}.toml").read_text(encoding="utf-8"))
    assert [told(problem) for problem in read(BROKEN / case).problems] == expected["problem"]


@pytest.mark.parametrize("case", CASES)
def test_a_load_is_stopped_by_errors_and_not_by_warnings(case):
    workspace = read(BROKEN / case)
    if workspace.errors:
        with pytest.raises(InvalidWorkspace) as raised:
            require_valid(workspace)
        assert raised.value.problems == workspace.problems
        assert workspace.errors[0].place() in str(raised.value)
    else:
        assert require_valid(workspace) is workspace


@pytest.mark.parametrize("case", CASES)
def test_what_is_left_of_a_broken_input_holds_together(case):
    snapshot = read(BROKEN / case).snapshot
    assert {end for tie in snapshot.relationships for end in (tie.source, tie.target)} <= set(snapshot.by_id)
    assert {line.network for line in snapshot.coverage} <= set(snapshot.by_id)


def test_the_corpus_is_large_and_each_input_has_its_expectation():
    assert len(CASES) >= 60
    assert sorted(path.stem for path in BROKEN.glob("*.toml")) == CASES


def test_everything_wrong_with_a_workspace_is_told_at_once():
    problems = read(BROKEN / "many_at_once").problems
    assert {problem.file for problem in problems} == {
        "actormap.toml",
        "actors.csv",
        "networks.csv",
        "projects.csv",
        "relationships.csv",
        "coverage.csv",
    }
    assert len({problem.key for problem in problems}) >= 16


def test_problems_stand_in_the_order_of_the_files_and_their_rows():
    problems = read(BROKEN / "many_at_once").problems
    files = list(dict.fromkeys(problem.file for problem in problems))
    assert files == ["actormap.toml", "actors.csv", "networks.csv", "projects.csv", "relationships.csv", "coverage.csv"]
    for file in files:
        rows = [problem.row for problem in problems if problem.file == file]
        assert rows == sorted(rows)


def test_every_sentence_exists_in_both_languages_with_the_same_placeholders():
    swedish, english = SV.under("problems"), EN.under("problems")
    assert swedish.keys() == english.keys()
    assert {key: placeholders(entry) for key, entry in swedish.items()} == {key: placeholders(entry) for key, entry in english.items()}


@pytest.mark.parametrize("case", CASES)
def test_a_problem_can_be_told_in_english(case):
    for problem in read(BROKEN / case).problems:
        assert problem.meant(EN) != problem.meant(SV)
        assert "{" not in problem.meant(EN)
