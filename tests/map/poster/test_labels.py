"""Labels do not lie on each other."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from actormap.map.layout.geometry import Rectangle
from actormap.map.poster.fonts import width, wrap
from actormap.map.poster.labels import LabelRequest, place

SHEET = Rectangle(0, 0, 400, 300)
WORDS = st.text("abcdefghijklmnopqrstuvwxyzåäö ", min_size=1, max_size=40).filter(str.strip)
WISHES = st.lists(
    st.builds(LabelRequest, st.floats(0, 400), st.floats(0, 300), st.floats(2, 15), WORDS, st.floats(8, 16), st.booleans()), max_size=30
)


@settings(max_examples=60, deadline=None)
@given(WISHES, st.lists(st.builds(Rectangle, st.floats(0, 300), st.floats(0, 200), st.just(60), st.just(20)), max_size=3))
def test_no_label_lies_on_another_nor_on_what_is_taken_nor_outside(requests, taken):
    areas = [label.area for label in place(requests, SHEET, taken)]
    assert not any(a.meets(b) for number, a in enumerate(areas) for b in [*areas[number + 1 :], *taken])
    assert all(SHEET.holds(area) for area in areas)


def test_those_who_come_first_are_served_first():
    crowd = [LabelRequest(200, 150, 3, f"Aktör {number}", 14) for number in range(200)]
    assert place(crowd, SHEET)[0].lines == ("Aktör 0",)
    assert 0 < len(place(crowd, SHEET)) < 200


def test_a_label_stays_in_its_box_and_others_keep_out_of_it():
    box = Rectangle(0, 0, 120, 100)
    inside, outside = place([LabelRequest(118, 50, 2, "Inne", 12, home=box), LabelRequest(124, 70, 2, "Ute", 12)], SHEET, (), [box])
    assert box.holds(inside.area)
    assert not box.meets(outside.area)


def test_a_label_that_belongs_to_one_side_stands_there():
    left, right = place([LabelRequest(200, 50, 3, "Vänster", 12, side=-1), LabelRequest(200, 150, 3, "Höger", 12, side=1)], SHEET)
    assert left.area.x + left.area.width < 200 < right.area.x


def test_a_name_in_a_column_goes_beyond_a_large_dot_next_to_it():
    column = [LabelRequest(200, 50, 20, "Stor", 12, side=-1), *(LabelRequest(200, y, 3, f"Nummer {y}", 12, side=-1) for y in (66, 90, 110))]
    large, beside, *others = place(column, SHEET)
    assert beside.area.x + beside.area.width < 180
    assert not beside.area.meets(large.area)
    assert [label.x for label in others] == [others[0].x] * 2
    assert others[0].x > 190


@given(WORDS, st.floats(10, 300))
def test_wrapped_words_fit_the_room_unless_a_word_alone_does_not(text, room):
    for line in wrap(text, room, 14, most=99):
        assert width(line, 14) <= room or " " not in line
    assert " ".join(wrap(text, room, 14, most=99)) == " ".join(text.split())


def test_what_does_not_fit_the_last_line_is_cut_with_an_ellipsis():
    lines = wrap("ett mycket långt namn på ett nätverk", 60, 14, most=2)
    assert len(lines) == 2
    assert lines[-1].endswith("…")
    assert width(lines[-1], 14) <= 60 + width("…", 14)
