"""Claims about errors."""

from __future__ import annotations

import inspect

import pytest

from actormap import errors
from tests.offenders import none_of

KINDS = [kind for _, kind in inspect.getmembers(errors, inspect.isclass) if issubclass(kind, errors.ActormapError)]


def test_every_error_stands_in_the_tree_of_the_docstring():
    assert errors.UnknownName in KINDS
    none_of(kind.__name__ for kind in KINDS if kind.__name__ not in errors.__doc__)


@pytest.mark.parametrize(
    ("kind", "code"), [(errors.UnknownName, 1), (errors.InvalidWorkspace, 1), (errors.UsageError, 2), (errors.StoreUnreachable, 3)]
)
def test_errors_own_their_exit_code(kind, code):
    assert kind.exit_code == code


def test_an_unknown_name_offers_the_near_ones():
    assert str(errors.UnknownName("measure", "degre", ["degree", "harmonic"])) == 'measure "degre" is unknown. Did you mean "degree"?'


def test_an_unknown_name_far_from_all_lists_them():
    assert "There is degree, harmonic." in str(errors.UnknownName("measure", "xyz", ["degree", "harmonic"]))
