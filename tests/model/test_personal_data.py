"""What identifies a person is left out of a text, and what only looks like it stays."""

from __future__ import annotations

import pytest

from actormap.model.personal_data import kinds, veiled


def test_each_is_left_out_and_the_rest_stays():
    text = "Ring 031-390 06 12 (0701740635) eller a.b@x.se, nr 850709-1235, org 212000-1355"
    assert veiled(text) == "Ring … (…) eller …, nr …, org 212000-1355"
    assert list(kinds(text)) == ["telephone", "telephone", "email", "personal_number"]


@pytest.mark.parametrize(
    "text", ["a.b (at) x.se", "a.b[at]x.se", "a.b [snabel-a] x.se", "031.390.06.12", "+46(0)70.174.06.35", "070.174.06.35"]
)
def test_an_address_or_a_number_is_left_out_however_its_parts_are_kept_apart(text):
    assert veiled(f"Nås på {text} idag") == "Nås på … idag"


@pytest.mark.parametrize("text", ["8507091231", "198507091231", "850709–1231"])
def test_what_fails_its_own_check_figure_is_no_identity_number(text):
    assert veiled(text) == text


@pytest.mark.parametrize(
    "text", ["Kontaktperson: Ödla Grävlingsdotter", "KontaktpersonÖdla Grävlings-Dotter", "se kontaktperson Ödla Grävlingsdotter."]
)
def test_a_contact_person_is_found_by_name_also_glued_to_the_label(text):
    assert list(kinds(text)) == ["contact_person"]
    assert "Ödla" not in veiled(text)


@pytest.mark.parametrize(
    "text", ["Kontaktperson vid GR", "Kontaktperson GR Utbildning", "Kontaktperson Göteborgs Stad", "kontaktpersonerna Möts Här ofta"]
)
def test_a_post_as_contact_person_is_nobody(text):
    assert veiled(text) == text
