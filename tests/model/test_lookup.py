"""Claims about whom somebody means by an id, a name or an alias."""

from __future__ import annotations

from dataclasses import replace

import pytest

from actormap.errors import UnknownName
from actormap.model.lookup import the
from tests.graphs import actor

KNOWN = [
    replace(actor("a"), name="Alvsta", aliases=("Alv",)),
    replace(actor("b"), name="a", aliases=("Delad",)),
    replace(actor("c"), name="Öby  Stad", aliases=("Delad",)),
]


@pytest.mark.parametrize(
    ("wanted", "found"), [("a", "a"), ("A", "b"), ("ALVSTA", "a"), ("alv", "a"), ("öby stad", "c"), ("O\u0308by Stad", "c")]
)
def test_an_id_goes_before_a_name_and_case_and_spaces_make_no_difference(wanted, found):
    assert the("actor", wanted, KNOWN) == found


@pytest.mark.parametrize("wanted", ["Delad", "nobody", ""])
def test_who_is_nobody_or_several_is_unknown(wanted):
    with pytest.raises(UnknownName, match=f'actor "{wanted}" is unknown'):
        the("actor", wanted, KNOWN)
