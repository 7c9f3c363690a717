"""Makes a new workspace, as a folder of CSV tables or as a workbook, with a small example in it that is read without a problem."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from actormap import files, xlsx
from actormap.errors import InputError
from actormap.i18n import LANGUAGES, Language, Texts
from actormap.model.records import Snapshot
from actormap.model.vocabulary import Vocabulary
from actormap.workspace import settings
from actormap.workspace.decisions.decision import Decision
from actormap.workspace.identity.judgements import SAME, Judgement
from actormap.workspace.schema import rows
from actormap.workspace.schema.closed_lists import ANSWERS, WORDED, first_words, spoken
from actormap.workspace.schema.columns import Closed, ColumnForm
from actormap.workspace.workspace import Workspace, require_valid
from actormap.workspace.writing import example, tables
from actormap.workspace.writing.tables import Delimiter

if TYPE_CHECKING:
    from openpyxl import Workbook

_AS_NUMBERS = ("amount", "number", "people", "whole", "percent", "share", "degrees", "level", "rating")
_WORDED = ("scales", "voices", "figures", "read")
_LAST_ROW = 1_048_576
_WIDEST = 60
_NARROWEST = 14
Words = dict[str, list[tuple[str, ...]]]


def write_folder(target: Path, texts: Texts, vocabulary: Vocabulary) -> Path:  # noqa: ARG001  (called as `write_workbook` is)
    """Write the tables of a new workspace and its actormap.toml into a folder, and return it.

    The files have semicolons and decimal commas, or commas and points, as an Excel of the language opens them by double click.
    Raises `InputError` if any of the files is there already: nothing is overwritten.
    """
    small = example.snapshot(texts)
    contents = {f"{table}.csv": tables.to_bytes(small, table, _delimiter(texts)) for table in rows.TABLES}
    title = _quoted(files.resolved(target).name or "actormap")
    said = texts("template.settings", title=title, focal=small.networks[0].id, **_own_words(texts))
    contents[settings.NAME] = said.encode("utf-8")
    _refuse_to_overwrite(*(target / name for name in contents))
    for name, data in contents.items():
        files.write_bytes(target / name, data, files.ANOTHER)
    return target


def copy(source: Workspace, target: Path, texts: Texts, *, as_workbook: bool = False) -> Path:
    """Write the tables and settings of a workspace as a new one of one's own and return its place; it gives the same graph.

    What is one by judgement is one record there. The other judgements go along, so that nothing is asked again.
    Raises `InvalidWorkspace` if the source has errors, `InputError` if any of the files is there already.
    """
    require_valid(source)
    said = None if source.settings_file is None else source.settings_file.read_bytes()
    if as_workbook:
        made = _place_of_workbook(target)
        _refuse_to_overwrite(made, *([made.with_suffix(".toml")] if said else []))
        _write_workbook(made, source.snapshot, texts, source.vocabulary, _kept(source))
        if said is not None:
            files.write_bytes(made.with_suffix(".toml"), said, files.ANOTHER)
        return made
    _refuse_to_overwrite(*(target / f"{table}.csv" for table in rows.READ), target / settings.NAME)
    tables.write_tables(source.snapshot, target, delimiter=_delimiter(texts))
    for table, judged in _kept(source).items():
        files.write_bytes(target / f"{table}.csv", tables.judged_to_bytes(table, judged, _delimiter(texts)), files.ANOTHER)
    if said is not None:
        files.write_bytes(target / settings.NAME, said, files.ANOTHER)
    return target


def _kept(source: Workspace) -> dict[str, Sequence[Judgement | Decision]]:
    """Return what has been judged and decided that a copy keeps, by table; what is one by judgement is one record there."""
    known = source.snapshot.by_id
    judged = tuple(each for each in source.judgements if each.verdict != SAME and each.pair <= known.keys())
    kept: dict[str, Sequence[Judgement | Decision]] = {rows.IDENTITY: judged, rows.CANDIDATES: source.decisions}
    return {table: each for table, each in kept.items() if each}


def write_workbook(target: Path, texts: Texts, vocabulary: Vocabulary) -> Path:
    """Write a new workspace as one workbook and return its path: a sheet for each table, with drop-downs, and two that explain them.

    A target that does not end with .xlsx is the folder that the workbook is put in, under the folder's name.
    The same words give the same bytes. Raises `InputError` if the file is there already.
    """
    target = _place_of_workbook(target)
    _refuse_to_overwrite(target)
    return _write_workbook(target, example.snapshot(texts), texts, vocabulary, {})


def _delimiter(texts: Texts) -> Delimiter:
    return ";" if Language.load(texts.lang).separator == ";" else ","


def _own_words(texts: Texts) -> dict[str, str]:
    """Return what a new actormap.toml says of the languages: which there are, and an example of words of one's own in each."""
    from babel.lists import format_list

    each = {code: Texts.load(code).under("template.own") for code in LANGUAGES}
    return {
        "languages": format_list([_quoted(code) for code in LANGUAGES], style="or", locale=texts.lang),
        "names": format_list(_names(texts), locale=texts.lang),
        "kind": "\n".join(f"# {code} = [{_quoted(own['singular'])}, {_quoted(own['plural'])}]" for code, own in each.items()),
        "profession": "\n".join(f"# {code} = {_quoted(own['profession'])}" for code, own in each.items()),
    }


def _names(texts: Texts) -> list[str]:
    """Return the languages as the reader's language calls them."""
    from babel import Locale

    return [Locale.parse(code).get_display_name(texts.lang) or code for code in LANGUAGES]


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _place_of_workbook(target: Path) -> Path:
    return target if target.suffix.lower() == ".xlsx" else target / f"{files.resolved(target).name}.xlsx"


def _write_workbook(
    target: Path, snapshot: Snapshot, texts: Texts, vocabulary: Vocabulary, kept: Mapping[str, Sequence[Judgement | Decision]]
) -> Path:
    from openpyxl import Workbook

    words = _words(vocabulary)
    book = Workbook()
    book.remove(book.worksheets[0])
    _explain(book, texts, words)
    places = _list_words(book, texts, words)
    for table in rows.TABLES:
        _table(book, table, list(tables.records(snapshot, table)), places)
    for table, judged in kept.items():
        sheet, columns = book.create_sheet(table), rows.columns(table)
        for line in (columns, *([getattr(each, name) for name in columns] for each in judged)):
            xlsx.append(sheet, line)
    return files.write_bytes(target, xlsx.to_bytes(book), files.ANOTHER)


def _refuse_to_overwrite(*paths: Path) -> None:
    there = [path.name for path in paths if path.exists()]
    folder = paths[0].parent
    if there:
        raise InputError(f"{folder} already has {', '.join(there)}; nothing has been written.", hint="Name another place.")
    if folder.exists() and not folder.is_dir():
        raise InputError(f"{folder} is a file, not a folder.", hint="Name another place.")


def _words(vocabulary: Vocabulary) -> Words:
    """Return the ids of every closed list that a table uses, with their words in every language."""
    kinds = {
        f"kinds.{node}": {name: first_words(kind) for name, kind in vocabulary.kinds[node].items()}
        for node in ("actor", "network", "project", "theme")
    }
    members = {"municipality": vocabulary.kind("municipality", "municipality"), **vocabulary.kinds["actor"]}
    entries = {
        **kinds,
        "kinds.member": {name: first_words(kind) for name, kind in members.items()},
        "types": {name: first_words(tie) for name, tie in vocabulary.types.items()},
        "statuses": {name: tuple(status.words.values()) for name, status in vocabulary.statuses.items()},
        "network_statuses": {name: tuple(status.words.values()) for name, status in vocabulary.network_statuses.items()},
        "programmes": {name: (name,) * len(LANGUAGES) for name in vocabulary.programmes},
        **{name: {each: spelt[: len(LANGUAGES)] for each, spelt in spoken(WORDED[name][1]).items()} for name in _WORDED},
        "answers": {name: spelt[: len(LANGUAGES)] for name, spelt in ANSWERS.items()},
    }
    return {of: [(name, *words) for name, words in entry.items()] for of, entry in entries.items()}


def _explain(book: Workbook, texts: Texts, words: Words) -> None:
    sheet = book.create_sheet(texts("template.sheets.explanations"))
    xlsx.append(sheet, [texts(f"template.headings.{name}") for name in ("table", "column", "required", "form", "meaning", "allowed")])
    for table in rows.TABLES:
        xlsx.append(sheet, [table, "", "", "", texts(f"template.tables.{table}")])
        for column in rows.columns(table):
            form = rows.form(table, column)
            required = texts("template.headings.yes") if column in rows.required(table) else ""
            allowed = ", ".join(name for name, *_ in words[form.of]) if isinstance(form, Closed) else ""
            xlsx.append(sheet, [table, column, required, _form(form, texts), _meaning(table, column, texts), allowed])
    xlsx.head(sheet, widest=_WIDEST)
    xlsx.wrap(sheet, first=2)


def _form(form: ColumnForm | Closed, texts: Texts) -> str:
    said = texts(f"template.forms.{form.name}")
    return f"{said} ({form.of})" if form.name == "reference" else said


def _meaning(table: str, column: str, texts: Texts) -> str:
    own = f"template.columns.{table}.{column}"
    return texts(own if own in texts.entries else f"template.columns.any.{column}")


def _list_words(book: Workbook, texts: Texts, words: Words) -> dict[str, str]:
    """Write the sheet of words and return, for each closed list, the cells that hold its ids."""
    sheet = book.create_sheet(texts("template.sheets.words"))
    headings = [texts(f"template.headings.{name}") for name in ("list", "word")]
    xlsx.append(sheet, [*headings, *(name[0].upper() + name[1:] for name in _names(texts))])
    places: dict[str, str] = {}
    for of, entries in words.items():
        first = sheet.max_row + 1
        for entry in entries:
            xlsx.append(sheet, [texts(f"template.lists.{of}"), *entry])
        places[of] = f"'{sheet.title}'!$B${first}:$B${sheet.max_row}"
    xlsx.head(sheet, widest=_WIDEST)
    return places


def _table(book: Workbook, table: str, lines: list[dict[str, Any]], places: dict[str, str]) -> None:
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    sheet = book.create_sheet(table)
    known = rows.columns(table)
    columns = tables.columns(table, lines)
    xlsx.append(sheet, columns)
    for line in lines:
        xlsx.append(sheet, [line.get(column) for column in columns])
    xlsx.head(sheet, widest=_WIDEST)
    for number, column in enumerate(columns, start=1):
        letter, form = get_column_letter(number), rows.form(table, column) if column in known else None
        width = sheet.column_dimensions[letter]
        width.width = max(_NARROWEST, width.width)
        if form is None or form.name not in _AS_NUMBERS:
            # As text, 0180 keeps its zero, 2014-06 stays a month and 3-4 is not the third of April.
            width.number_format = "@"
            for cell in sheet[letter]:
                cell.number_format = "@"
        if isinstance(form, Closed):
            # A warning, not a stop: the words of every language are read as well.
            choice = DataValidation(type="list", formula1=places[form.of], allow_blank=True, errorStyle="warning", showErrorMessage=True)
            choice.add(f"{letter}2:{letter}{_LAST_ROW}")
            sheet.add_data_validation(choice)
