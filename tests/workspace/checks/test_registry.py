"""Every check has its words and its entry, can be switched, and says one thing of one cause."""

from pathlib import Path

import pytest

from actormap.i18n import LANGUAGES, Texts
from actormap.workspace import read
from actormap.workspace.checks.registry import CHECKS
from tests.offenders import none_of

CHANGED = {"municipalities": 'id,name,population\nlilla-edet,Lilla Edet,"14,556"\ngoteborg,Göteborg,\n'}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_check_has_its_words(language):
    assert set(Texts.load(language).under("checks")) == set(CHECKS)


def test_every_check_has_its_entry_in_the_readme():
    readme = (Path(__file__).parents[3] / "README.md").read_text(encoding="utf-8")
    none_of(f"{check.name}: {check.level}" for check in CHECKS.values() if f"| `{check.name}` | {check.level} |" not in readme)


@pytest.mark.parametrize(("level", "keys"), [("error", ["thousands"]), ("warning", ["thousands"]), ("off", ["unusually_small"])])
def test_a_check_does_what_its_switch_says_and_the_next_speaks_where_it_is_off(write, level, keys):
    found = read(write(**CHANGED, actormap_toml=f'[checks]\nthousands = "{level}"\npeople = "off"\n'))
    assert [problem.key for problem in found.problems] == keys
    assert bool(found.errors) == (level == "error")


def test_a_number_a_thousand_times_too_small_is_told_once(write):
    found = read(write(**CHANGED))
    assert [(problem.place(), problem.key) for problem in found.problems] == [("municipalities.csv:2 population", "thousands")]


def test_a_misspelt_switch_is_an_error_and_so_is_a_level_that_does_not_exist(write):
    found = read(write(actormap_toml='[checks]\nthousand = "off"\nunit = "no"\n')).problems
    assert [(problem.key, problem.column, problem.suggestion) for problem in found] == [
        ("unknown_check", "checks.thousand", "thousands"),
        ("unknown_choice", "checks.unit", None),
    ]
    assert [problem.key for problem in read(write(actormap_toml='checks = "off"\n')).problems] == ["not_a_table"]


def test_switches_are_no_setting_that_a_store_keeps(write):
    assert "checks" not in read(write(actormap_toml='[checks]\nthousands = "off"\n')).settings


def test_a_heading_in_thousands_is_told_at_the_heading(write):
    found = read(write(projects="id,name,kind,total_budget_sek (tkr)\nplug-in,Plug In,project,15000\n")).problems
    assert [(problem.place(), problem.key) for problem in found] == [("projects.csv:1 total_budget_sek", "heading_scaled")]
