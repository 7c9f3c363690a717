"""Claims about errors."""

from __future__ import annotations

import ast
import inspect
import re
from pathlib import Path

import pytest

from actormap import errors
from tests.offenders import none_of

SOURCES = Path(errors.__file__).parent
OTHERS = r"actormap [a-z]+ |^ --from $|^ --into [A-Z-]+$|--nodes=|--relationships=|--array-delimiter=|--multiline-fields="
KINDS = [kind for _, kind in inspect.getmembers(errors, inspect.isclass) if issubclass(kind, errors.ActormapError)]


def test_every_error_stands_in_the_tree_of_the_docstring():
    assert errors.UnknownName in KINDS
    none_of(kind.__name__ for kind in KINDS if kind.__name__ not in errors.__doc__)


def test_an_error_names_a_parameter_as_python_has_it_and_whoever_tells_it_may_spell_it_otherwise():
    error = errors.UsageError("{keep} has no seat.", hint=f"Name members with {errors.parameter('may_leave')}.")
    assert str(error) == "{keep} has no seat. Name members with may_leave."
    assert (error.message, error.hint) == ("{keep} has no seat.", "Name members with may_leave.")
    assert error.told(str.upper) == ("{keep} has no seat.", "Name members with MAY_LEAVE.")


def strings(path):
    """Return the texts in a module, each part of an f-string by itself."""
    constants = (node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Constant))
    return [node.value for node in constants if isinstance(node.value, str)]


def test_no_module_below_the_command_line_spells_an_option():
    below = [path for path in SOURCES.rglob("*.py") if path.parent.name != "cli" and path != Path(errors.__file__)]
    spelled = [(path, text) for path in below for text in strings(path) if re.search(r"(^|[\s(])--[a-z]", text)]
    # A whole command to run, and what another program takes, are no options of the call that failed.
    none_of(f"{path}: {text}" for path, text in spelled if not re.search(OTHERS, text))


@pytest.mark.parametrize(
    ("kind", "code"), [(errors.UnknownName, 1), (errors.InvalidWorkspace, 1), (errors.UsageError, 2), (errors.StoreUnreachable, 3)]
)
def test_errors_own_their_exit_code(kind, code):
    assert kind.exit_code == code


def test_an_unknown_name_offers_the_near_ones():
    assert str(errors.UnknownName("measure", "degre", ["degree", "harmonic"])) == 'measure "degre" is unknown. Did you mean "degree"?'


def test_near_is_also_what_is_written_in_other_letters_and_what_holds_the_word():
    known = [f"{number:05}" for number in range(100)] + ["Göteborgsregionen"]
    assert errors.UnknownName("actor", "GÖTEBORGSREGION", known).hint == 'Did you mean "Göteborgsregionen"?'
    assert errors.UnknownName("actor", "regio", known).hint == 'Did you mean "Göteborgsregionen"?'


def test_an_unknown_name_far_from_very_many_shows_some_and_says_how_to_find_the_others():
    told = errors.UnknownName("actor", "z" * 5000, [f"{number:02}" for number in range(60)])
    some = '"00", "20", "40"'
    assert told.hint == f"None that is there resembles it. There are {some} and others; say a part of one, and what is near is offered."
    assert told.message == f'actor "{"z" * 80}…" is unknown.'


def test_of_a_thousand_texts_ten_are_said_and_the_number_of_the_others():
    assert errors.several(["a", "b"]) == "a, b"
    assert errors.several(["a"] * 1000, "; ") == "; ".join(["a"] * 10) + "; … (+990)"


def test_an_unknown_name_far_from_all_lists_them():
    assert "There is degree, harmonic." in str(errors.UnknownName("measure", "xyz", ["degree", "harmonic"]))


def test_thirty_names_are_listed_and_of_more_some():
    thirty = [f"x{number:02}" for number in range(30)]
    assert ", ".join(thirty) in str(errors.UnknownName("measure", "other", thirty))
    assert 'There are "x00", "x10", "x20" and others' in str(errors.UnknownName("measure", "other", [*thirty, "x30"]))
    assert str(errors.UnknownName("measure", "other", [])) == 'measure "other" is unknown. There is none.'


def test_three_near_names_are_offered_the_nearest_first():
    told = str(errors.UnknownName("measure", "degree", ["degree_in", "degrees", "degree_of", "degree_by"]))
    assert told == 'measure "degree" is unknown. Did you mean "degrees" or "degree_of" or "degree_in"?'
