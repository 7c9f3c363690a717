"""Claims about the municipalities and counties of Sweden."""

from __future__ import annotations

from actormap.model import places


def test_there_are_290_municipalities_each_with_a_code_and_a_name_of_its_own():
    found = places.municipalities()
    assert len(found) == len({each.code for each in found}) == len({each.name for each in found}) == 290
    assert [each.code for each in found] == sorted(each.code for each in found)
    assert [each.name for each in found if each.code in ("1440", "1480")] == ["Ale", "Göteborg"]


def test_there_are_21_counties_named_without_the_word_and_its_genitive():
    found = places.counties()
    assert len(found) == 21
    assert [found[code] for code in ("01", "03", "14", "18", "20")] == ["Stockholm", "Uppsala", "Västra Götaland", "Örebro", "Dalarna"]
