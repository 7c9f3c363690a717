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
