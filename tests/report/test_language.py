"""The language gate: what a civil servant sends on is in short sentences, without names of measures, and explains its terms."""

from __future__ import annotations

from functools import cache

import pytest

import actormap
from actormap.i18n import LANGUAGES
from actormap.output import measure_words
from actormap.output.document.blocks import Bullets, DataTable, Figure, KeyFigures, Paragraph, SectionHeading, words
from actormap.output.document.inline import Note, plain
from actormap.report import editions, readability
from actormap.report.composition import compose
from actormap.report.inquiry import Inquiry
from actormap.report.parts import decisions, easy, guideline, guidelines, method, network, short

IN_EVERY_LANGUAGE = pytest.mark.parametrize("lang", LANGUAGES)
SUMMARY, EASY = 20, 15  # words in the median sentence
FIRST_PAGES = pytest.mark.parametrize("part", [decisions.write, short.write, easy.write], ids=["decisions", "short", "easy"])
ONLY_IMPLIED = {"sv": "Det är bara underförstått.", "en": "This is only implied."}


@cache
def inquiry(lang, edition="internal"):
    return Inquiry(actormap.open("gria", lang=lang), "2026-01-31", "gria", editions.find(edition))


def text(blocks):
    return "\n".join(each for block in blocks for each in words(block))


@IN_EVERY_LANGUAGE
@pytest.mark.parametrize(("part", "most"), [(decisions.write, SUMMARY), (short.write, SUMMARY), (easy.write, EASY)])
def test_the_median_sentence_of_what_is_read_first_is_short(lang, part, most):
    assert 0 < readability.median_length(text(part(inquiry(lang)))) <= most


@IN_EVERY_LANGUAGE
@FIRST_PAGES
def test_no_measure_is_named_in_what_is_read_first(lang, part):
    texts = inquiry(lang).pen.texts
    said = text(part(inquiry(lang))).casefold()
    assert [name for name in measure_words.names(texts) if measure_words.word(texts, name).casefold() in said] == []


@IN_EVERY_LANGUAGE
def test_what_is_easy_to_read_is_so_by_its_own_measure_and_tells_it(lang):
    *told, reading, _ = easy.write(inquiry(lang, "easy"))
    assert isinstance(told[-1], Paragraph)
    assert isinstance(reading, SectionHeading)
    lix = readability.lix(text(told))
    assert f"LIX {round(lix)}." in text(easy.write(inquiry(lang, "easy")))
    assert lix < 40


@IN_EVERY_LANGUAGE
def test_every_term_is_explained_once(lang):
    (_, explained) = method.glossary(inquiry(lang))
    terms = [line[0].words for line in explained.lines]
    assert len(terms) == len(set(terms)) == len(method.TERMS)
    assert all(len(plain(line)) > len(line[0].words) + 5 for line in explained.lines)


@IN_EVERY_LANGUAGE
def test_an_edition_explains_only_the_terms_of_its_parts(lang):
    pen = inquiry(lang).pen
    (_, explained) = method.glossary(inquiry(lang, "national"))
    terms = {line[0].words for line in explained.lines}
    assert {pen(f"report.term.{each}") for each in ("cluster", "guideline", "tie")} <= terms
    assert {pen(f"report.term.{each}") for each in ("post", "need", "bridge", "system_fault")} & terms == set()


@IN_EVERY_LANGUAGE
def test_what_is_only_implied_says_so_where_it_is_said(lang):
    asked = inquiry(lang)
    implied = [row for row in asked.review.fields.rows if row["state"] == "implied"]
    lines = [plain(each) for block in network.fields(asked) if isinstance(block, Bullets) for each in block.lines]
    assert len(implied) == sum(ONLY_IMPLIED[lang] in each for each in lines) == 4


@IN_EVERY_LANGUAGE
def test_every_line_of_the_five_fields_has_its_note_but_those_that_say_what_is_not_known(lang):
    asked = inquiry(lang)
    unknown = sum(row["state"] == "unknown" for row in asked.review.fields.rows)
    lines = [each for block in network.fields(asked) if isinstance(block, Bullets) for each in block.lines]
    bare = [plain(each) for each in lines if not any(isinstance(part, Note) for part in each)]
    assert 0 < len(bare) <= unknown


@IN_EVERY_LANGUAGE
def test_every_guideline_has_a_note_and_one_that_rests_on_what_is_implied_says_so(lang):
    asked = inquiry(lang)
    found = guidelines.guidelines(asked)
    assert {each.level for each in found} == set(guideline.LEVELS)
    assert all("\ue000" in each.ground for each in found)
    assert all(each.firmness in ("implied", "partly") for each in found if ONLY_IMPLIED[lang] in each.ground)
    (mandate,) = [each for each in found if each.key == "mandate"]
    assert mandate.firmness == "implied"
    told = [plain(block.line) for block in guidelines.write(asked) if isinstance(block, Paragraph)]
    assert sum(asked.pen("report.guidelines.firm.implied") in each for each in told) == sum(each.firmness == "implied" for each in found)


@IN_EVERY_LANGUAGE
def test_what_is_unknown_makes_no_guideline(lang):
    asked = inquiry(lang)
    grounds = " ".join(each.ground for each in guidelines.guidelines(asked))
    for row in asked.review.fields.rows:
        if row["state"] == "unknown":
            assert asked.pen(f"fields.{row['field']}.{row['finding']}", network="", **row["values"]) not in grounds


@IN_EVERY_LANGUAGE
def test_every_key_figure_says_what_it_means(lang):
    figures = [figure for part in (decisions.write, short.write) for block in part(inquiry(lang)) if isinstance(block, KeyFigures)
               for figure in block.figures]  # fmt: skip
    assert figures
    assert all(figure.meaning for figure in figures)


@IN_EVERY_LANGUAGE
def test_every_key_figure_and_every_table_has_its_note_or_its_rows_have(lang):
    blocks = compose(actormap.open("gria", lang=lang), "2026-01-31").blocks
    tables = [each for block in blocks if isinstance(each := block.description if isinstance(block, Figure) else block, DataTable)]
    assert len(tables) > 8
    for table in tables:
        assert table.note or all(any(isinstance(part, Note) for cell in row for part in cell.line) for row in table.rows)
    assert all(figure.note for block in blocks if isinstance(block, KeyFigures) for figure in block.figures)


@IN_EVERY_LANGUAGE
def test_who_holds_the_network_together_is_told_alike_on_page_one_and_in_plain_language(lang):
    asked = inquiry(lang)
    (row,) = [row for row in asked.review.fields.of("form") if row["finding"] == "administration"]
    assert row["state"] == "implied"
    seems = asked.pen("report.easy.form.administration_implied", names=row["values"]["names"])
    assert seems in text(easy.write(inquiry(lang, "easy")))
    assert ONLY_IMPLIED[lang] in text(decisions.write(asked))
    assert asked.pen("report.easy.unknown.nobody_leads") not in text(easy.write(inquiry(lang, "easy")))


@IN_EVERY_LANGUAGE
def test_every_statement_in_plain_language_has_a_note_but_those_of_what_is_unknown(lang):
    asked = inquiry(lang, "easy")
    unknown = [asked.pen(f"report.easy.unknown.{name}") for name in easy.UNSAID]
    lines = [each for block in easy.write(asked) if isinstance(block, Bullets) for each in block.lines]
    assert [plain(each) for each in lines if not any(isinstance(part, Note) for part in each) and plain(each) not in unknown] == []
