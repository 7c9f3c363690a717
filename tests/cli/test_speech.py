"""Claims about the language that somebody is spoken to in."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from actormap.cli import speech
from actormap.cli.speech import Speech, language_at

CIRCLE = Path(__file__).parents[1] / "golden" / "circle"


@pytest.fixture
def swedish(tmp_path):
    """Return a workspace that says it is in Swedish."""
    return shutil.copytree(CIRCLE, tmp_path / "krets", ignore=shutil.ignore_patterns(".actormap"))


@pytest.fixture
def english(tmp_path):
    """Return a workspace that says it is in English."""
    place = shutil.copytree(CIRCLE, tmp_path / "circle", ignore=shutil.ignore_patterns(".actormap"))
    settings = place / "actormap.toml"
    settings.write_text(settings.read_text(encoding="utf-8").replace('"sv"', '"en"'), encoding="utf-8")
    return place


def test_it_is_the_one_asked_for_then_that_of_the_workspace_then_the_machines_then_english(english, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    assert Speech(["gaps", "-w", "gria", "--lang", "en"]).lang == "en"
    assert Speech(["gaps", "--workspace=gria"]).lang == "sv"
    assert Speech(["gaps", str(english)]).lang == "en"
    assert Speech(["gaps"]).lang == "en"
    assert Speech(["gaps"], heard="sv").lang == "sv"
    monkeypatch.setenv("ACTORMAP_WORKSPACE", "gria")
    assert Speech(["gaps"]).lang == "sv"
    monkeypatch.delenv("ACTORMAP_WORKSPACE")
    monkeypatch.setenv("LC_ALL", "sv_SE.UTF-8")
    assert Speech(["gaps"]).lang == "sv"
    assert Speech(["gaps", str(english)]).lang == "en"
    monkeypatch.setenv("ACTORMAP_LANG", "en")
    assert [Speech(["gaps", *words]).lang for words in ((), ("-w", "gria"), ("--lang", "sv"))] == ["en", "en", "sv"]
    monkeypatch.delenv("ACTORMAP_LANG")
    monkeypatch.setenv("LC_ALL", "C")
    monkeypatch.chdir(CIRCLE)
    assert Speech(["gaps", "--lang", "fi"]).lang == "sv"


@pytest.mark.parametrize(
    ("set_to", "lang"),
    [
        ({"LC_ALL": "sv_SE.UTF-8", "LANG": "en_US.UTF-8"}, "sv"),
        ({"LC_MESSAGES": "en_GB", "LANG": "sv_SE"}, "en"),
        ({"LANG": "sv"}, "sv"),
        ({"LANG": "fi_FI.UTF-8"}, None),
        ({"LC_ALL": "C.UTF-8", "LANG": "sv_SE.UTF-8"}, None),
    ],
)
def test_a_machine_says_its_language_as_others_do(set_to, lang, monkeypatch):
    for name in speech.OF_MACHINE:
        monkeypatch.delenv(name, raising=False)
    for name, value in set_to.items():
        monkeypatch.setenv(name, value)
    assert speech.of_machine() == lang


def test_the_variable_stands_for_the_option_in_answers_too(actormap_says, monkeypatch):
    asked = ("gaps", "-w", "gria", "-f", "md", "-q")
    monkeypatch.setenv("ACTORMAP_LANG", "en")
    assert actormap_says(*asked).out.startswith("| Gap ")
    assert actormap_says(*asked, "--lang", "sv").out.startswith("| Lucka ")


@pytest.mark.parametrize(("where", "lang"), [("gria", "sv"), ("gria+esf", "sv"), ("/nowhere", None), ("~nobody-here/a", None), ("", None)])
def test_a_workspace_says_its_language_without_being_read(where, lang, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert language_at(where) == lang


def test_settings_that_cannot_be_read_are_passed_over(english):
    (english / "actormap.toml").write_text("language = ", encoding="utf-8")
    assert language_at(str(english)) == "sv"


def test_a_fault_of_the_command_line_is_told_in_the_language_of_the_workspace(actormap_says, swedish, english):
    told = actormap_says("gaps", "-w", swedish, "--netwrk", "x")
    assert told.code == 2
    assert told.err.splitlines()[0] == "Användning: actormap gaps [VAL] [PLATS]"
    assert "Fel: Det finns inget val '--netwrk'. Menade du" in told.err
    assert "Error: No such option '--netwrk'." in actormap_says("gaps", "-w", english, "--netwrk", "x").err


def test_a_fault_of_the_question_is_told_in_the_language_with_its_words(actormap_says, swedish, english):
    asked = ("invite", "--exclude-kind", "skol", "--network", "kretsen", "--no-certainty", "-q", "-w")
    assert actormap_says(*asked, swedish).err == 'Fel: Inget slag av aktör heter "skol". Menade du "skola"?\n'
    assert actormap_says(*asked, english).err == 'Error: actor kind "skol" is unknown. Did you mean "school"?\n'


def test_what_a_store_says_of_its_language_counts_where_no_workspace_is_named(actormap_says, tmp_path, monkeypatch):
    store = f"sqlite:///{tmp_path / 'graph.sqlite'}"
    assert actormap_says("load", CIRCLE, "--store", store, "-q").code == 0
    monkeypatch.chdir(tmp_path)
    assert actormap_says("ego", "nobody", "--store", store).err.startswith('Fel: Ingen aktör heter "nobody".')
