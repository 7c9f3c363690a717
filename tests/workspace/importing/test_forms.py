"""Claims about the table of forms."""

from __future__ import annotations

from importlib import import_module

from actormap.i18n import LANGUAGES, Texts
from actormap.model.choices import IMPORTS
from actormap.workspace.importing.forms import FORMS


def test_the_command_line_offers_every_form_that_is_read_and_each_has_a_name():
    assert tuple(FORMS) == IMPORTS
    for lang in LANGUAGES:
        assert set(Texts.load(lang).under("import.forms")) == {*IMPORTS, "nodes", "unknown"}


def test_every_form_that_is_no_sheet_has_a_module_that_knows_and_reads_it():
    for form in FORMS.values():
        if form.module:
            module = import_module(f"actormap.workspace.importing.{form.module}")
            assert module.is_one("nothing of the kind") is False
            assert callable(module.read)


def test_kinds_and_types_of_a_whole_project_of_kumu_are_read_as_such(bring):
    elements = '{"_id":"e1","attributes":{"label":"Ale","element type":"Kommun"}},{"_id":"e2","attributes":{"label":"GR"}}'
    tie = '{"_id":"c1","from":"e1","to":"e2","direction":"directed","attributes":{"connection type":"leder"}}'
    found = bring(k__json=f'{{"elements":[{elements}],"connections":[{tie}]}}')
    assert (found.types, [node.name for node in found.snapshot.municipalities]) == (["leder"], ["Ale"])
