"""A new workspace passes its own check, is the same every time it is made, and never takes the place of anything."""

import tomllib

import pytest
from openpyxl import load_workbook

from actormap.errors import InputError
from actormap.i18n import Texts, placeholders
from actormap.model.vocabulary import Vocabulary
from actormap.workspace import read
from actormap.workspace.schema import rows
from actormap.workspace.schema.columns import Closed
from actormap.workspace.writing.template import write_folder, write_workbook

LIBRARY = {"kinds": {"actor": {"library": {"sv": ["bibliotek", "bibliotek"], "en": ["library", "libraries"]}}}}


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_a_new_workspace_has_no_problems(tmp_path, lang):
    texts = Texts.load(lang)
    folder = write_folder(tmp_path / "ny karta", texts, Vocabulary.load())
    workbook = write_workbook(tmp_path / "ny karta.xlsx", texts, Vocabulary.load())
    by_hand, by_sheet = read(folder), read(workbook)
    assert by_hand.problems == by_sheet.problems == ()
    assert by_hand.snapshot == by_sheet.snapshot
    assert (by_hand.title, by_hand.language) == ("ny karta", lang)
    assert by_hand.focal_network == by_hand.snapshot.networks[0].id
    assert (len(by_hand.snapshot.actors), len(by_hand.snapshot.relationships)) == (3, 6)


def test_every_setting_that_is_commented_out_may_be_used(tmp_path):
    folder = write_folder(tmp_path / "karta", Texts.load("sv"), Vocabulary.load())
    path = folder / "actormap.toml"
    lines = [line.removeprefix("# ") if "=" in line or "[" in line else line for line in path.read_text(encoding="utf-8").splitlines()]
    path.write_text("\n".join(lines), encoding="utf-8")
    assert "library" in tomllib.loads(path.read_text(encoding="utf-8"))["kinds"]["actor"]
    assert read(folder).problems == ()


def test_a_title_with_quotation_marks_stays_a_title(tmp_path):
    folder = write_folder(tmp_path / "allas 'vår' karta", Texts.load("sv"), Vocabulary.load())
    assert read(folder).title == "allas 'vår' karta"


def test_nothing_is_overwritten(tmp_path):
    texts, vocabulary = Texts.load("en"), Vocabulary.load()
    (tmp_path / "documents.csv").write_text("mine", encoding="utf-8")
    with pytest.raises(InputError, match=r"documents\.csv; nothing has been written"):
        write_folder(tmp_path, texts, vocabulary)
    assert [path.name for path in tmp_path.iterdir()] == ["documents.csv"]
    workbook = write_workbook(tmp_path / "a.xlsx", texts, vocabulary)
    with pytest.raises(InputError, match=r"a\.xlsx"):
        write_workbook(workbook, texts, vocabulary)
    with pytest.raises(InputError, match="is a file"):
        write_folder(workbook, texts, vocabulary)


def test_a_workbook_without_a_suffix_is_put_in_a_folder(tmp_path):
    made = write_workbook(tmp_path / "karta", Texts.load("sv"), Vocabulary.load())
    assert made == tmp_path / "karta" / "karta.xlsx"
    assert read(tmp_path / "karta").problems == ()


def test_the_same_workbook_has_the_same_bytes(tmp_path):
    texts = Texts.load("sv")
    first, second = (write_workbook(tmp_path / name, texts, Vocabulary.load()).read_bytes() for name in ("a.xlsx", "b.xlsx"))
    assert first == second


def test_closed_lists_are_drop_downs_of_ids_with_the_workspace_s_own(tmp_path):
    book = load_workbook(write_workbook(tmp_path / "a.xlsx", Texts.load("sv"), Vocabulary.load(LIBRARY)))
    for table in rows.TABLES:
        closed = [column for column in rows.columns(table) if isinstance(rows.form(table, column), Closed)]
        assert len(book[table].data_validations.dataValidation) == len(closed)
    choice = next(choice for choice in book["actors"].data_validations.dataValidation if "C2" in choice.sqref)
    title, cells = choice.formula1.replace("'", "").replace("$", "").split("!")
    ids = [cell.value for (cell,) in book[title][cells]]
    assert ids == [*Vocabulary.load(LIBRARY).kinds["actor"]]
    assert "library" in ids


def test_sheets_have_frozen_bold_headings_and_codes_as_text(tmp_path):
    book = load_workbook(write_workbook(tmp_path / "a.xlsx", Texts.load("sv"), Vocabulary.load()))
    for table in rows.TABLES:
        sheet = book[table]
        assert sheet.freeze_panes == "A2"
        assert all(cell.font.bold for cell in sheet[1])
        assert tuple(cell.value for cell in sheet[1]) == tuple(name for name in rows.columns(table) if name not in rows.SURVEYED)
    assert book["municipalities"].column_dimensions["C"].number_format == "@"
    assert book["projects"].column_dimensions["L"].number_format == "General"


@pytest.mark.parametrize(("lang", "explanations"), [("sv", "Förklaringar"), ("en", "Explanations")])
def test_every_column_is_explained(tmp_path, lang, explanations):
    book = load_workbook(write_workbook(tmp_path / "a.xlsx", Texts.load(lang), Vocabulary.load()))
    explained = {(line[0], line[1]): line for line in book[explanations].iter_rows(min_row=2, values_only=True)}
    for table in rows.TABLES:
        for column in rows.columns(table):
            _, _, required, form, meaning, allowed = explained[table, column]
            assert form
            assert meaning.endswith(".")
            assert bool(required) == (column in rows.required(table))
            assert bool(allowed) == isinstance(rows.form(table, column), Closed)


def test_the_template_s_words_exist_in_both_languages_with_the_same_placeholders():
    swedish, english = (Texts.load(lang).under("template") for lang in ("sv", "en"))
    assert {key: placeholders(entry) for key, entry in swedish.items()} == {key: placeholders(entry) for key, entry in english.items()}


def test_columns_of_a_sheet_are_wide_enough_to_write_in_and_no_wider_than_a_screen(tmp_path):
    book = load_workbook(write_workbook(tmp_path / "a.xlsx", Texts.load("sv"), Vocabulary.load()))
    for sheet in book.worksheets:
        if sheet.title in rows.TABLES:
            widths = [sheet.column_dimensions[cell.column_letter].width for cell in sheet[1]]
            assert min(widths) >= 14, sheet.title
            assert max(widths) <= 60, sheet.title
    actors = book["actors"]
    assert actors.column_dimensions["A"].width > 14
    assert actors.column_dimensions["C"].width <= 24
