"""Claims about the help: it is told whole in every language, and in English as it stands beside what it tells of."""

from __future__ import annotations

import inspect
import re

import click
import pytest

from actormap.cli import contents, lists, manual
from actormap.cli.command import HEADINGS, Option
from actormap.cli.main import cli
from actormap.cli.manual import PLACEHOLDER, ROOT
from actormap.i18n import LANGUAGES, Texts
from tests.offenders import none_of

EN = Texts.load("en")
HELP, CONTENTS = EN.under("help"), EN.under("contents")


def every(command, names=()):
    yield "-".join(names) or ROOT, command
    if isinstance(command, click.Group):
        for name, each in (command.every() if hasattr(command, "every") else command.commands).items():
            yield from every(each, (*names, name))


COMMANDS = dict(every(cli))
ENGLISH = re.compile(r"(?i)\b(?:the|what|which|default|options|usage|of|and|shown|unless|how|whom)\b(?![-_])")


def parameters():
    """Yield every parameter with the command that has it."""
    for path, command in COMMANDS.items():
        context = click.Context(command, help_option_names=["-h", "--help"])
        yield from ((path, each, context) for each in command.get_params(context))


def key(path, option):
    name = "help" if "--help" in option.opts else option.name
    own = f"option.{path}.{name}"
    return own if own in HELP else f"option.shared.{name}"


def test_every_command_has_its_text_and_its_line():
    assert {path: HELP.get(f"command.{path}") for path in COMMANDS} == {
        path: inspect.cleandoc(command.help or "") for path, command in COMMANDS.items()
    }
    assert {name for name in CONTENTS if name.startswith("short.")} == {f"short.{path}" for path in COMMANDS if path != ROOT}
    none_of(path for path, each in COMMANDS.items() if each.short_help and CONTENTS[f"short.{path}"] != each.short_help)
    assert HELP["epilog"] == cli.epilog


def test_every_option_has_its_words_and_no_words_are_of_none():
    options = [(path, each) for path, each, _ in parameters() if isinstance(each, click.Option)]
    none_of((path, each.name) for path, each in options if HELP.get(key(path, each)) != each.help)
    assert {name for name in HELP if name.startswith("option.")} == {key(path, each) for path, each in options}


def test_every_heading_has_its_words():
    of_options = {*HEADINGS, *(each.heading for _, each, _ in parameters() if isinstance(each, Option))}
    of_options |= {heading for command in COMMANDS.values() for heading in getattr(command, "headings", {}).values()}
    assert {name: said for name, said in HELP.items() if name.startswith("heading.")} == {
        f"heading.{manual.slug(heading)}": heading for heading in of_options | {"Options", "Commands"}
    }
    assert {name: said for name, said in CONTENTS.items() if name.startswith("heading.")} == {
        f"heading.{manual.slug(heading)}": heading for heading in {*contents.TASKS, *contents.SECTIONS, "Other names"}
    }


def test_every_placeholder_has_its_word():
    usage = ["[OPTIONS] COMMAND [ARGS]..."]
    usage += [each.make_metavar(context) for _, each, context in parameters() if not getattr(each, "is_flag", False)]
    words = {word.replace(" ", "_"): word for text in usage for word in PLACEHOLDER.findall(text)} | {"DIR": "DIR"}
    assert {name.removeprefix("word."): said for name, said in HELP.items() if name.startswith("word.")} == words


def test_every_list_has_its_words():
    told = {name: said for name, said in HELP.items() if name.startswith("list.")}
    said = " ".join(" ".join(lines()) for lines in lists.LISTS.values())
    said = re.sub(r"\s+", " ", said)
    none_of(name for name, words in told.items() if words not in said)
    assert {name.split(".")[1] for name in told} == {"engine", "layout", "edition", "export", "import", "report"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_help_is_wider_than_the_terminal_or_of_two_languages(lang, actormap_says, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("ACTORMAP_LANG", lang)
    for path in COMMANDS:
        lines = actormap_says(*([] if path == ROOT else path.split("-")), "--help").out.splitlines()
        none_of((path, line) for line in lines if len(line) > 80 or (lang == "sv" and ENGLISH.search(line)))


def test_what_the_help_is_made_of_is_said_in_the_language(actormap_says, monkeypatch):
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("ACTORMAP_LANG", "sv")
    told = actormap_says("centrality", "--help").out
    assert told.startswith("Användning: actormap centrality [VAL] [PLATS]\n")
    assert "--measure NAMN,…  Det första ger ordningen; de andra står bredvid.  [förval: degree]" in told
    assert "deltar i n av m sammanhang" in told
    assert actormap_says("cutpoints", "--help").out.endswith("\n  Kallas också articulation-points.\n")
    assert "\nKommandon:\n  list " in actormap_says("projects", "--help").out
    assert "  mrqap                Detsamma som qap.\n" in actormap_says("help", "--all").out


def test_a_fault_of_the_command_line_names_its_words_as_the_help_does(actormap_says):
    told = actormap_says("copy", "--lang", "sv").err
    assert "actormap copy [VAL] KÄLLA MÅL\n" in told
    assert told.endswith("Fel: 'KÄLLA' saknas.\n")


def test_what_a_language_has_no_entry_for_is_said_in_english():
    assert manual.said("help.nothing.of.this", "as it stands") == "as it stands"
    assert manual.short("nothing-of-this") is None
