"""Claims about how a problem shows what was found."""

from __future__ import annotations

import pytest

from actormap.workspace.problems import shown


@pytest.mark.parametrize(
    ("found", "told"),
    [("x" * 80, "x" * 80), ("x" * 81, "x" * 80 + "…"), (" a\n\tb ", "a b"), ("a\x00b", "a�b"), (3.5, "3.5"), ("", "")],
)
def test_what_was_found_is_shown_on_one_line_of_eighty_characters_at_most(found, told):
    assert shown(found) == told
