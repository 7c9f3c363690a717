"""Claims about the text of a whole page: what its header is like changes nothing of what its text says, and nobody is in it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actormap.workspace.pages import text
from actormap.workspace.reading.fuzzy import squeeze
from actormap.workspace.texts import page_text
from tests.workspace.pages import samples
from tests.workspace.texts.small import NAMES, SNAPSHOT, VOCABULARY, read

BODY = (
    "Bron drivs i samarbete med Lerums kommun, GR och Folkhögskolan i Vara.",
    f"Projektledare {samples.PERSON} nås på {samples.EMAIL}. Medel från Europeiska socialfonden används i projektet.",
)
SAID = {
    *(("Lerum", "participates_in", "Bron till arbete"), ("Göteborgsregionen (GR)", "participates_in", "Bron till arbete")),
    *(("Folkhögskolan i Vara", "participates_in", "Bron till arbete"), ("Europeiska socialfonden", "funds", "Bron till arbete")),
}


@pytest.mark.parametrize("layout", samples.LAYOUTS)
@settings(max_examples=12)
@given(data=st.data())
def test_order_spacing_line_ends_and_empty_fields_change_nothing_of_what_the_text_says(layout, data):
    told = samples.facts(layout)
    empty = data.draw(st.sets(st.sampled_from(["owner", "region", "total_budget_sek", "esf_support_sek", "planned_participants"])))
    told |= {name: None if isinstance(told[name], int) else "" for name in empty}
    order = data.draw(st.permutations(range(len(samples.fields(layout, told)))))
    space, end = data.draw(st.sampled_from([" ", "\u00a0", "  "])), data.draw(st.sampled_from(["\n", "\r\n", "\r"]))
    shown = samples.page(layout, told, order=order, body=BODY).replace(" ", space).replace("\n", end)
    lines = text.lines(shown)
    found = page_text.read(lines, SNAPSHOT, VOCABULARY, project="bron", names=NAMES)
    assert {(each.source.name, each.type, each.target.name) for each in found.candidates} == SAID
    for each in found.candidates:
        assert " ".join(each.cue.split()).casefold() in " ".join(lines[each.line - 1].split()).casefold()
    said = repr((found.mentions, found.candidates, found.running))
    assert not [part for part in (*samples.PERSON.split(), samples.EMAIL, samples.TELEPHONE) if part in said]


@given(layout=st.sampled_from(samples.LAYOUTS), seed=st.integers(0, 10**6))
@settings(max_examples=40)
def test_no_name_or_cue_of_a_mutated_page_is_made_up(layout, seed):
    lines = text.lines(samples.mutated(samples.page(layout, body=BODY), samples.chance(seed)))
    found = page_text.read(lines, SNAPSHOT, VOCABULARY, names=NAMES)
    whole = squeeze("".join(lines))
    forms = [each.form for each in found.mentions] + [each.cue for each in found.candidates]
    assert [form for form in forms if squeeze(form) not in whole] == []


def test_nobody_is_shown_where_the_labels_of_whom_to_contact_are_spoilt():
    told = read("Lerum deltar i projektet, Kontaktperso.: Ödla Grävlingsdotter, E-post: odla.g avling")
    shown = told.sentence(told.candidates[0])
    assert shown.startswith("Lerum deltar i projektet")
    assert not [part for part in ("Ödla", "Gräv", "odla", "avling") if part in shown]
