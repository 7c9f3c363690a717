"""Claims about sentences that are made in English and said in another language."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

import click
import pytest

import actormap
from actormap.cli.phrasebook import SOURCE, Phrasebook
from actormap.errors import UnknownName
from actormap.i18n import LANGUAGES, Texts
from actormap.store.neo4j import error_messages as of_neo4j
from actormap.store.sqlite import error_messages as of_sqlite
from actormap.workspace import lone_file
from tests.offenders import none_of

ROOT = Path(actormap.__file__).parent
SWEDISH = Phrasebook.to("sv")
ERRORS = {
    *("InputError", "UsageError", "StoreError", "StoreUnreachable", "StoreReadOnly", "StoreBusy", "StoreTooNew", "ForeignStore"),
    *("UntrustedStore", "InvalidVocabulary", "InvalidDocument", "BackupDamaged", "InvalidWorkspace", "InvalidScenario"),
}
# What stands in a place of a sentence where the code has an expression.
SAMPLE = "¤x¤"
# Sentences made by click, of parts that the code puts together, or by the system.
ELSEWHERE = ("click.", "system.", "thing.", "part.")


def sentences(tree):
    """Return each message and hint of an error that a module raises, as they would be said."""
    constants = {
        target.id: each.value
        for each in tree.body
        if isinstance(each, ast.Assign)
        for target in each.targets
        if isinstance(target, ast.Name)
    }
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") in ERRORS:
            given = [*call.args[:1], *(keyword.value for keyword in call.keywords if keyword.arg == "hint")]
            for each in given:
                yield from spoken(each, constants)


def spoken(node, constants):
    if isinstance(node, ast.Name) and node.id in constants:
        yield from spoken(constants[node.id], constants)
    elif isinstance(node, ast.IfExp):
        yield from (*spoken(node.body, constants), *spoken(node.orelse, constants))
    elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value:
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        yield "".join(filled(part, constants) for part in node.values)


def filled(part, constants):
    if isinstance(part, ast.Constant):
        return part.value
    inside = part.value
    return next(spoken(inside, constants), SAMPLE) if isinstance(inside, ast.Name) else SAMPLE


@cache
def trees():
    return {str(path.relative_to(ROOT)): ast.parse(path.read_text(encoding="utf-8")) for path in sorted(ROOT.rglob("*.py"))}


def test_every_sentence_of_an_error_is_in_the_catalogue():
    found = {sentence: name for name, tree in trees().items() for sentence in sentences(tree)}
    assert len(found) > 300
    none_of(f"{path}: {sentence}" for sentence, path in found.items() if SWEDISH.key(sentence) is None and sentence.strip(SAMPLE + ": "))


def tables():
    for _, message, hint in (
        *of_neo4j._BY_CODE.values(),
        of_neo4j._OTHER,
        of_neo4j._STOPPED,
        *of_sqlite._FAULTS.values(),
        of_sqlite._OTHER,
    ):
        yield from (message, hint)
    for message, hint in of_neo4j._UNREACHED.values():
        yield from (message, hint)
    yield from lone_file.INSTEAD.values()


def test_every_sentence_of_the_stores_is_in_the_catalogue():
    none_of(sentence for sentence in tables() if SWEDISH.key(sentence) is None)


def test_no_sentence_of_the_catalogue_is_left_over():
    said = set(tables())
    for tree in trees().values():
        said |= {"".join(filled(part, {}) for part in node.values) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)}
        said |= {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)}
        said |= set(sentences(tree))
    said |= {text.removeprefix(SAMPLE).strip() for text in said}
    own = [pattern for pattern in SWEDISH.patterns if not pattern.key.startswith(ELSEWHERE)]
    texts = Texts.load(SOURCE).under("errors")
    whole = {pattern.key for pattern in own if texts[pattern.key] in said}
    none_of(pattern.key for pattern in own if pattern.key not in whole and not any(pattern.match(text) is not None for text in said))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_sentence_says_the_same_in_english_and_is_found_under_its_own_key(lang):
    book = Phrasebook.to(lang)
    entries = Texts.load(SOURCE).under("errors")
    none_of(key for key, text in entries.items() if book.key(text.replace("{{", "{").replace("}}", "}")) is None)
    if lang == SOURCE:
        none_of(text for text in entries.values() if "{" not in text and book.said(text) != text)


@pytest.mark.parametrize(
    ("english", "swedish"),
    [
        ("No network is in focus.", "Inget nätverk är i fokus."),
        ('network "grja" is unknown.', 'Inget nätverk heter "grja".'),
        ('Did you mean "a" or "b or c" or "d"?', 'Menade du "a" eller "b or c" eller "d"?'),
        ('network "network" is unknown.', 'Inget nätverk heter "network".'),
        ('value of western "maybe" is unknown.', 'Inget värde i kolumnen western heter "maybe".'),
        ("a/b.csv cannot be opened: Permission denied.", "a/b.csv kan inte öppnas: du får inte öppna eller skriva där."),
        ("The store a.db is no database.", "Lagret a.db är ingen databas."),
        ("Invalid value for '--top': 0 is not in the range x>=1.", "Ogiltigt värde för '--top': 0 ligger inte i intervallet x>=1."),
        ("The tables of X have 2 errors, the first at actors.csv:3 kind.", "Tabellerna i X har 2 fel, det första i actors.csv:3 kind."),
        ("Nobody has thought of this.", "Nobody has thought of this."),
    ],
)
def test_a_sentence_is_found_by_its_pattern_and_names_stay_as_they_are(english, swedish):
    assert SWEDISH.said(english) == swedish
    assert Phrasebook.to(SOURCE).said(english) == english


@click.command()
@click.argument("form", type=click.Choice(["csv", "json"]))
@click.option("--top", type=click.IntRange(min=1))
@click.option("--share", type=float)
@click.option("--file", type=click.Path(exists=True))
@click.option("--flag", is_flag=True)
@click.option("--needed", required=True)
def asked(**given):
    return given


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["csv"],
        ["xml", "--needed", "x"],
        ["csv", "more", "--needed", "x"],
        ["csv", "more", "still", "--needed", "x"],
        ["csv", "--needed", "x", "--top", "x"],
        ["csv", "--needed", "x", "--top", "0"],
        ["csv", "--needed", "x", "--share", "x"],
        ["csv", "--needed", "x", "--file", "/nowhere"],
        ["csv", "--flag=yes", "--needed", "x"],
        ["csv", "--needed"],
        ["csv", "--neded", "x"],
        ["csv", "--zzzzzz", "x"],
    ],
)
def test_what_click_complains_of_is_in_the_catalogue(arguments):
    with pytest.raises(click.ClickException) as told:
        asked.main(arguments, standalone_mode=False)
    sentence = told.value.format_message()
    assert SWEDISH.said(sentence) != sentence
    assert not {"Missing", "not", "valid", "No", "Invalid", "unexpected", "does", "mean"} & set(
        SWEDISH.said(sentence).replace(".", " ").split()
    )


def test_what_a_bar_says_is_in_the_catalogue():
    labels = {
        call.args[0].value
        for tree in trees().values()
        for call in ast.walk(tree)
        if isinstance(call, ast.Call)
        and getattr(call.func, "attr", "") == "progress"
        and call.args
        and isinstance(call.args[0], ast.Constant)
    }
    assert len(labels) > 5
    none_of(label for label in labels if SWEDISH.key(label) is None)


def things():
    """Return what is called unknown where an error says so."""
    for file, tree in trees().items():
        for call in ast.walk(tree):
            name = getattr(call.func, "id", getattr(call.func, "attr", "")) if isinstance(call, ast.Call) else ""
            if name in {"UnknownName", "the", "word"} and call.args and file != "errors.py":
                yield from spoken(call.args[0], {})


def test_everything_that_can_be_unknown_has_a_word():
    none_of(what for what in set(things()) if SWEDISH.said(UnknownName(what, "x", []).message).startswith(what))
