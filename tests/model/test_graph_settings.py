"""What a graph says of itself travels as one text: the same settings are the same bytes, and nothing of another machine goes along."""

from __future__ import annotations

import datetime as dt

import pytest

from actormap.errors import InputError
from actormap.model import graph_settings


def test_equal_settings_are_equal_text_and_the_store_is_not_among_them():
    one = graph_settings.text({"title": "Å", "store": "bolt://elsewhere", "invite": {"exclude": ["b"]}})
    assert one == graph_settings.text({"invite": {"exclude": ["b"]}, "title": "Å"}) == '{"invite":{"exclude":["b"]},"title":"Å"}'


def test_what_toml_has_beyond_json_is_kept_as_written():
    assert graph_settings.text({"report": {"day": dt.date(2026, 1, 31)}}) == '{"report":{"day":"2026-01-31"}}'


def test_no_text_is_no_settings():
    assert graph_settings.table("", "The store") == {}


@pytest.mark.parametrize("edited", ["{", "[]", '"title"', "[" * 100_000])
def test_a_text_that_somebody_has_edited_is_named_with_its_place(edited):
    with pytest.raises(InputError, match=r"^a\.sqlite holds settings that are no JSON object\..*load the workspace again"):
        graph_settings.table(edited, "a.sqlite")


def test_a_graph_that_another_is_merged_into_keeps_its_own_and_learns_the_other_s_words():
    there = graph_settings.text({"title": "A", "types": {"lends": {"en": 1}}})
    added = graph_settings.text({"title": "B", "focal_network": "n", "types": {"lends": {"en": 2}, "asks": {"en": 3}}})
    both = graph_settings.text({"title": "A", "focal_network": "n", "types": {"lends": {"en": 1}, "asks": {"en": 3}}})
    assert graph_settings.merged(there, added, "s") == both
    assert graph_settings.merged("", added, "s") == added
    assert graph_settings.merged(there, "", "s") == there
