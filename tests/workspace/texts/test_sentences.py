"""Claims about where sentences end."""

from __future__ import annotations

import pytest

from actormap.workspace.texts import sentences


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Det är bra. Vi ses.", ["Det är bra.", "Vi ses."]),
        ("Unga, t.ex. Skolverket, m.fl. Det går.", ["Unga, t.ex. Skolverket, m.fl. Det går."]),
        ("Plug In 2.0 är nytt. Det är bra!", ["Plug In 2.0 är nytt.", "Det är bra!"]),
        ("Representeras bl a av VGR. Dessa är med.", ["Representeras bl a av VGR.", "Dessa är med."]),
        ("1. Färre avbrott\n2. Fler som fullföljer.", ["1. Färre avbrott", "2. Fler som fullföljer."]),
        ("Slut på arbete.Nästa mening", ["Slut på arbete.", "Nästa mening"]),
        ("Varför då? Därför.", ["Varför då?", "Därför."]),
        ("Region J. Andersson. Sedan", ["Region J. Andersson.", "Sedan"]),
    ],
)
def test_sentences(text, parts):
    assert [text[start:end] for start, end in sentences.spans(text)] == parts
