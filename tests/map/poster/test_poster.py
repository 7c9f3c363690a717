"""The poster: a sheet of paper that stands by itself."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest

from actormap.i18n import Texts
from actormap.map import paper, poster
from actormap.map.data import edges, nodes
from actormap.map.layout import registry
from actormap.map.poster import fonts
from actormap.model.records import Actor, Snapshot
from tests.map import pages
from tests.map.layout_inputs import inputs_of

SVG = "{http://www.w3.org/2000/svg}"
FORMS = (*paper.PAPERS.values(), paper.PAPERS["A4"].turned(), paper.PAGE)


def sheet(snapshot, lang="sv", form=paper.PAPERS["A3"], arrangement="group", title="Kartan <&>", **options):
    layout_inputs = inputs_of(snapshot, **options)
    ties = edges.shown(snapshot, (node.id for node in nodes.shown(snapshot)))
    told = poster.PosterTexts(title, "Utgåva", "Underlag")
    degree = dict(layout_inputs.graph.degree())
    text = poster.draw(layout_inputs, ties, pages.VOCABULARY, Texts.load(lang), form, told, degree=degree, arrangement=arrangement)
    return ET.fromstring(text), text  # noqa: S314  (made here)


def words(root):
    return [" ".join(" ".join(text.itertext()).split()) for text in root.iter(f"{SVG}text")]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: f"{form.width:.0f}x{form.height:.0f}")
def test_it_has_the_size_of_its_paper_and_letters_that_are_legible_on_it(form):
    root, _ = sheet(pages.gria(), form=form)
    assert (root.get("width"), root.get("height")) == (f"{form.width}mm", f"{form.height}mm")
    millimetres = form.width / float(root.get("viewBox").split()[2])
    smallest = min(float(text.get("font-size", 14)) for text in root.iter(f"{SVG}text")) * millimetres
    assert smallest > {"page": 1.4, "A4": 1.4, "A3": 1.8, "A0": 4}[form.name]


def test_a_long_title_goes_on_below_and_the_map_begins_under_it():
    title = "Nätverket för ungas utbildning, sysselsättning och etablering i Göteborgsregionens tretton medlemskommuner"
    root, text = sheet(pages.small(), form=paper.PAPERS["A4"].turned(), title=title)
    width = float(root.get("viewBox").split()[2])
    bold = [line for line in root.findall(f"{SVG}text") if line.get("font-weight")]
    assert " ".join(line.text for line in bold) == title
    assert len(bold) > 1
    assert all(fonts.width(line.text, float(line.get("font-size")), bold=True) + float(line.get("x")) <= width for line in bold)
    (begins,) = re.findall(r'<g transform="translate\([\d.]+ ([\d.]+)\)">', text)
    assert max(float(line.get("y")) for line in bold) < float(begins)


def test_for_whom_it_is_stands_below_where_there_is_no_room_beside_and_no_foot_leaves_the_sheet():
    narrow = paper.Paper("strip", 60, 200, 2.0, 2.0)
    root, _ = sheet(pages.small(), form=narrow)
    _, _, width, height = map(float, root.get("viewBox").split())
    edition = next(line for line in root.findall(f"{SVG}text") if line.text == "Utgåva")
    counts = next(line for line in root.findall(f"{SVG}text") if line.text.startswith("7 aktörer"))
    assert (edition.get("x"), edition.get("text-anchor")) == (counts.get("x"), None)
    assert float(edition.get("y")) > float(counts.get("y"))
    foot = root.findall(f"{SVG}text")[-2:]
    assert " ".join(line.text for line in foot).startswith("Underlag · Teman")
    assert all(float(line.get("y")) < height and fonts.width(line.text, 12.6) < width for line in foot)


def test_every_node_that_the_map_opens_with_is_on_it_once():
    root, _ = sheet(pages.small())
    assert len([use for use in root.iter(f"{SVG}use") if float(use.get("transform").split()[0].split("(")[1]) > 0]) == 7 + 5
    assert {"Älvsta", "Öby", "Region Norr", "Nätverket", "Projektet", "Efterföljaren"} <= set(words(root))
    assert not {"Skolk", "Samordnaren"} & set(words(root))


def test_in_columns_every_name_is_there():
    for form in FORMS[:-1]:  # a page between margins has room for fewer
        root, text = sheet(pages.gria(), form=form, arrangement="affiliation")
        assert "Göteborgsregionens kommunalförbund (GR)" in words(root)
        assert "Partille" in words(root)
        assert "fått plats" not in text


def test_it_says_what_it_is_and_what_it_leaves_out():
    root, text = sheet(pages.small())
    assert {"Kartan <&>", "Utgåva", "7 aktörer, nätverk och projekt · 8 relationer"} <= set(words(root))
    assert "Teman, roller och onämnda grupper visas inte här." in text
    assert root.find(f"{SVG}title").text == "Kartan <&>"
    assert "Themes, roles and unnamed groups" in sheet(pages.small(), "en")[1]


def test_what_is_implied_or_planned_looks_different_and_what_is_denied_is_not_drawn():
    _, text = sheet(pages.small())
    assert "underförstådd" not in text.split("<text", 3)[0]
    assert len(re.findall(r'opacity="[.\d]+" stroke-dasharray="2.4 3"', text)) == 1
    assert len(re.findall(r'opacity="[.\d]+" stroke-dasharray="8 5"', text)) == 1


def test_every_shape_of_the_vocabulary_is_drawn():
    root, _ = sheet(pages.small())
    assert {style.shape for style in pages.VOCABULARY.styles.values()} <= {path.get("id") for path in root.iter(f"{SVG}path")}


def test_text_that_looks_like_markup_is_text():
    bad = '"><script>alert(1)</script>'
    snapshot = Snapshot.of([Actor(id="a", name=bad, kind="region"), *pages.undated().nodes()][0:1])
    root, text = sheet(snapshot)
    assert "<script" not in text
    assert bad in " ".join(words(root)).replace("> <", "><") or bad.replace("><", ">< ") in " ".join(words(root))


@pytest.mark.parametrize("arrangement", registry.NAMES)
def test_every_layout_makes_the_same_poster_again_in_both_languages(arrangement):
    swedish, again, english = (sheet(pages.gria(), lang, arrangement=arrangement, focal="gria")[1] for lang in ("sv", "sv", "en"))
    assert swedish == again
    assert "Nätverk" in swedish
    assert "Network" in english


def test_letters_are_smaller_where_there_are_many_labels_but_never_too_small():
    form = paper.PAPERS["A0"]
    assert form.unit(50) * paper.TEXT == form.large
    assert form.unit(50) > form.unit(600) > form.unit(5000)
    assert form.unit(50_000) * paper.TEXT == form.small
