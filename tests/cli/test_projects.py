"""Claims about the commands that compile projects: how they are called, and that every form is written."""

from __future__ import annotations

import pytest

from actormap.cli.projects import projects

GRIA = ("--workspace", "gria")


def test_without_a_name_the_projects_are_listed(actormap_says):
    assert actormap_says("projects", *GRIA) == actormap_says("projects", "list", *GRIA)
    assert "InVux" in actormap_says("projects", *GRIA).out
    assert actormap_says("projects", GRIA[-1]).out == actormap_says("projects", *GRIA).out


@pytest.mark.parametrize("name", projects.commands)
def test_each_command_has_its_help(name, actormap_says):
    answer = actormap_says("projects", name, "--help")
    assert answer.code == 0
    assert f"Usage: actormap projects {name}" in answer.out


def test_a_near_miss_is_answered_with_the_name_that_is_meant(in_english):
    answer = in_english("projects", "comparre", *GRIA)
    assert answer.code == 2
    assert "Did you mean 'compare'?" in answer.err


def test_what_is_asked_for_and_not_there_is_told_in_a_sentence(in_english):
    assert 'project "nobody" is unknown' in in_english("projects", "show", "nobody", *GRIA).err
    assert "Write it as western=yes." in in_english("projects", "--where", "western", *GRIA).err


def test_a_workspace_without_questions_says_so_of_the_matrix_and_the_map(actormap_says):
    assert "inga frågor" in actormap_says("projects", "matrix", *GRIA).out
    assert "att göra en karta av" in actormap_says("projects", "map", *GRIA).out


def test_a_group_is_compared_with_all_others(ask):
    told = ask("projects", "compare", "Plug In=plug-in+plug-in-2", "--with-parts", "--others", *GRIA)
    assert told["parameters"]["sides"] == ["Plug In", "övriga kodade projekt"]
    assert {row["of"] for row in told["rows"] if row["side"] == "Plug In"} == {7}


def test_a_column_or_condition_that_no_project_has_is_told(in_english):
    assert 'column "colour" is unknown' in in_english("projects", "--where", "colour=red", *GRIA).err
    assert 'column "colour" is unknown' in in_english("projects", "map", "--context", "colour=red", *GRIA).err
    assert "Write it as youth=yes." in in_english("projects", "map", "--context", "youth", *GRIA).err


def test_a_matrix_against_themes_is_called_one(actormap_says):
    assert actormap_says("projects", "matrix", "--by", "themes", *GRIA).out.startswith("19 projekt mot teman")
