"""Every broken input in the folder `broken` gives the located sentences that stand beside it, and never a traceback."""

import tomllib
from functools import cache
from pathlib import Path

import pytest

from actormap.errors import InvalidWorkspace
from actormap.i18n import Texts, placeholders
from actormap.workspace import read, require_valid
from tests.offenders import none_of

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


@cache
def workspaces():
    """Return what is read of every broken input, for claims that hold for all of them alike."""
    return {case: read(BROKEN / case) for case in CASES}


def stops_a_load(workspace):
    """Return whether a load of it is stopped, with all that is wrong and the place of the first error."""
    try:
        return require_valid(workspace) is not workspace
    except InvalidWorkspace as raised:
        return raised.problems == workspace.problems and workspace.errors[0].place() in str(raised)


def test_a_load_is_stopped_by_errors_and_not_by_warnings():
    none_of(case for case, workspace in workspaces().items() if stops_a_load(workspace) != bool(workspace.errors))
    assert {stops_a_load(workspace) for workspace in workspaces().values()} == {True, False}


def test_what_is_left_of_a_broken_input_holds_together():
    left = {case: workspace.snapshot for case, workspace in workspaces().items()}
    ends = [(case, end) for case, of in left.items() for tie in of.relationships for end in (tie.source, tie.target)]
    ends += [(case, line.network) for case, of in left.items() for line in of.coverage]
    assert ends
    none_of(f"{case}: {end}" for case, end in ends if end not in left[case].by_id)


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


def test_a_problem_can_be_told_in_english():
    told = {(case, problem.meant(SV), problem.meant(EN)) for case, workspace in workspaces().items() for problem in workspace.problems}
    none_of(f"{case}: {english}" for case, swedish, english in sorted(told) if english == swedish or "{" in english)
