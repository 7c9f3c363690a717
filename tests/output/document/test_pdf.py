"""Claims about documents as PDF, which veraPDF judges; skipped where typst is not installed or Maven does not keep veraPDF."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pypdfium2
import pytest

from actormap.atlas.atlas import Atlas
from actormap.errors import InputError, InvalidDocument
from actormap.i18n import LANGUAGES
from actormap.map import compose as maps
from actormap.map.paper import PAGE
from actormap.model.records import Municipality
from actormap.output.document import pdf, typst, writers
from actormap.output.document.blocks import Paragraph
from actormap.output.document.inline import line
from actormap.output.document.publication import Publication
from actormap.output.document.style import DocumentStyle
from actormap.report.composition import compose
from actormap.report.editions import EDITIONS
from tests.graphs import VOCABULARY, actor, network, project, snapshot, tie
from tests.output.document import publications

HERE = Path(__file__).parent
CLASSPATH = ["mvn", "-q", "-B", "-f", str(HERE / "verapdf.xml"), "dependency:build-classpath"]
HOW_TO_GET_IT = f"veraPDF is fetched by: {' '.join(CLASSPATH[:3])} -f tests/output/document/verapdf.xml {CLASSPATH[-1]} (Java 17, 9 MB)"
OWN = """
#let house(doc, body) = {
  set page(paper: "a4", footer: [Own template])
  body
}
"""
# What typst does with a figure that says nothing in words.
UNSAID = """
#set document(title: "x")
#image(bytes("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>"))
"""
OF_TWO = snapshot(
    [Municipality(id="a", name="A"), actor("b"), network("v"), project("p", start="2014", end="2019")],
    *(tie("a", "member_of", "v"), tie("b", "member_of", "v"), tie("b", "participates_in", "p")),
)
BARE = Publication("En titel", "sv", "2026-11-30", (Paragraph(line("Ett stycke.")),))


def written(publication, style=None):
    return writers.write(publication, "pdf", style)


def report(name, lang):
    """Return an edition of the report of a small network, with its map."""
    atlas, edition = Atlas(snapshot=OF_TWO, vocabulary=VOCABULARY, lang=lang, focal="v", title="T"), EDITIONS[name]
    drawn = maps.draw_poster(atlas, "2026-11-30", paper=PAGE, network="v")
    return compose(atlas, "2026-11-30", edition=edition, subject="a" if edition.about_one else None, map_svg=drawn)


def text(data):
    document = pypdfium2.PdfDocument(data)
    return " ".join("\n".join(page.get_textpage().get_text_range() for page in document).split())


@pytest.fixture(scope="module")
def judged(tmp_path_factory):
    """Return what veraPDF says of each of some files: whether it is PDF/UA-1, how many checks that took, and the faults."""
    folder = tmp_path_factory.mktemp("judged")
    classpath = folder / "classpath.txt"
    run = shutil.which("mvn") and shutil.which("java") and subprocess.run([*CLASSPATH, "-o", f"-Dmdep.outputFile={classpath}"], check=False)
    if not run or run.returncode:
        if "verapdf" in os.environ.get("ACTORMAP_REQUIRE", ""):
            pytest.fail(HOW_TO_GET_IT)
        pytest.skip(HOW_TO_GET_IT)
    made = {
        "every": written(publications.every_block()),
        "hostile": written(publications.hostile()),
        "bare": written(BARE),
        "own": written(publications.every_block(), DocumentStyle(template_pdf=OWN)),
        **{f"{edition}_{lang}": written(report(edition, lang)) for edition in EDITIONS for lang in LANGUAGES},
        "untagged": typst.compiled("#set document(title: [x])\nx", {}, bare=True, format="pdf", pdf_tags=False),
    }
    for name, data in made.items():
        (folder / f"{name}.pdf").write_bytes(data)
    command = ["java", "-cp", classpath.read_text(encoding="utf-8"), HERE / "PdfJudge.java", *(folder / f"{name}.pdf" for name in made)]
    told = subprocess.run(command, capture_output=True, text=True, timeout=300, check=True).stdout
    return dict(re.findall(r"(?ms)^(\w+)\.pdf=(.*?)(?=^\w+\.pdf=|\Z)", told))


@pytest.mark.slow
@pytest.mark.parametrize("name", ["every", "hostile", "bare", "own", *(f"{edition}_{lang}" for edition in EDITIONS for lang in LANGUAGES)])
def test_verapdf_finds_every_document_accessible(judged, name):
    assert re.fullmatch(r"true \d+\n", judged[name]), judged[name]


@pytest.mark.slow
def test_verapdf_says_no_to_one_that_is_not(judged):
    assert judged["untagged"].startswith("false")


def test_a_picture_without_words_cannot_be_built():
    with pytest.raises(InvalidDocument, match="cannot be set as PDF; typst says: PDF/UA-1 error: missing alt text"):
        typst.pdf(UNSAID, "{}", 0)


def test_every_text_is_in_the_document():
    found = text(written(publications.every_block()))
    for words in publications.every_block().words():
        if words != "Två kommuner, Partille och Mölndal, har var sin koppling till nätverket.":
            assert all(word in found for word in words.replace("\u00a0", " ").replace(".", "").split()), words


def test_no_sign_of_a_text_means_anything():
    found = text(written(publications.hostile())).replace("\u00a0", " ")
    for word in publications.HOSTILE.split():
        assert word in found


def test_a_letter_that_no_font_of_typst_has_stops_nothing():
    assert written(Publication("Möte 😀 中文", "sv", "2026-11-30", (Paragraph(line("Ett \U000fffff tecken.")),))).startswith(b"%PDF")


def test_only_letters_that_no_font_has_are_put_aside():
    told = 'the text `"\\u{fffff}a"` could not be displayed with font x\nthe text `"中"` could not be displayed'
    assert typst._unshown(told) == {"\U000fffff", "中"}


def test_a_word_that_fits_in_no_line_may_be_broken_and_others_may_not():
    assert pdf._broken("kort " + "x" * 33) == f"kort {'x' * 16}\u200b{'x' * 16}\u200bx"


def test_title_language_and_publisher_are_said_and_no_other_time_than_the_document_s():
    data = written(publications.every_block())
    about = pypdfium2.PdfDocument(data).get_metadata_dict()
    assert about["Title"] == "Vilka möts kring unga utanför skolan?"
    assert (about["Author"], about["CreationDate"][:10]) == ("Göteborgsregionen", "D:20261130")
    assert b"sv-SE" in data


def test_a_template_of_the_workspace_takes_the_place_of_the_house_s():
    assert "Own template" in text(written(BARE, DocumentStyle(template_pdf=OWN)))
    assert "Own template" not in text(written(BARE))


@pytest.mark.parametrize("template", ["#let house(doc, body) = nothing", "", "#let other = 1"])
def test_a_template_with_an_error_is_refused_in_a_sentence(template):
    style = DocumentStyle(template_pdf=template or "= A heading (")
    with pytest.raises(
        InvalidDocument, match=r"The document cannot be set as PDF; typst says: .* If the workspace has a template of its own, mend it"
    ):
        written(BARE, style)


def test_a_template_reads_no_file(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    for path in ("secret.txt", "/secret.txt", "../secret.txt", str(tmp_path / "secret.txt")):
        with pytest.raises(InvalidDocument, match=r"^((?!searched at).)*$"):
            written(BARE, DocumentStyle(template_pdf=f'#let house(doc, body) = read("{path}") + body'))


def test_without_typst_one_sentence_says_what_to_install(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "typst", None)
    with pytest.raises(InputError, match=r'take typst. Install it with: pip install "actormap\[pdf\]"'):
        written(BARE)
