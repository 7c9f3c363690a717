"""Claims about what the fields of a template show in a document that is written with it."""

from __future__ import annotations

import pytest

from actormap.output.document.word_fields import filled

SIMPLE = (
    '<w:p><w:fldSimple w:instr=" TITLE  \\* MERGEFORMAT "><w:r><w:t>{}</w:t></w:r>'
    '<w:r><w:t xml:space="preserve">{}</w:t></w:r></w:fldSimple></w:p>'
)
LONG = (
    '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TITLE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>{}</w:t></w:r><w:r><w:t xml:space="preserve">{}</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
)
PAGE = LONG.replace("TITLE", "PAGE")


@pytest.mark.parametrize("field", [SIMPLE, LONG])
def test_a_field_shows_what_the_document_says_of_itself_once_and_escaped(field):
    assert filled(field.format("Mall", " 1"), {"TITLE": "Unga & skolan"}) == field.format("Unga &amp; skolan", "")


def test_other_fields_and_text_stay():
    told = PAGE.format("1", "") + "<w:p><w:r><w:t>TITLE</w:t></w:r></w:p>" + LONG.format("Mall", "")
    assert filled(told, {"TITLE": "x"}) == told.replace("Mall", "x")
    assert filled(told, {}) == told
