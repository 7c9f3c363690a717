"""Claims about the templates that a workspace is given, and that its documents are then written with."""

from __future__ import annotations

import io
import re
import zipfile

import pytest

MADE = ("--date", "2026-01-31", "-q")
NAMES = ("house.css", "house.dotx", "house.typ")


@pytest.fixture
def own(tmp_path, in_english):
    assert in_english("init", tmp_path / "own", "--with-templates", "-q").code == 0
    return tmp_path / "own"


def files_of(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def report(in_english, own, form):
    path = own.parent / f"report.{form}"
    answer = in_english("report", "-w", own, *MADE, "-o", path)
    assert answer.code == 0, answer.err
    return path.read_bytes()


def edited(archive, part, old, new):
    """Return a zip whose part says something else."""
    whole = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as read, zipfile.ZipFile(whole, "w") as made:
        for name in read.namelist():
            data = read.read(name)
            if name == part:
                assert old in data
                data = data.replace(old, new)
            made.writestr(name, data)
    return whole.getvalue()


def squeezed(part):
    """Return a part without white space, and without the numbers of its lists, which go on from those of a template."""
    return re.sub(r'numIdw:val="\d+"', "", "".join(part.decode().split()))


def test_the_templates_lie_beside_the_tables_are_named_and_a_second_time_changes_nothing(own, in_english):
    made = files_of(own)
    assert set(NAMES) <= set(made)
    said = made["actormap.toml"].decode()
    assert '\n[report]\ntemplate_docx = "house.dotx"\ntemplate_pdf = "house.typ"\nstylesheet = "house.css"\n' in said
    assert '# colours = { accent = "#0b4f8a", ink = "#16202b", panel = "#eef3f8" }\n' in said
    answer = in_english("init", own, "--with-templates")
    assert (answer.code, answer.err.strip()) == (0, f"The templates are in {own} already, and nothing has been changed.")
    assert files_of(own) == made


def test_until_they_are_changed_a_report_looks_as_it_does_without_them(own, in_english):
    pdf, word = report(in_english, own, "pdf"), report(in_english, own, "docx")
    settings = own / "actormap.toml"
    settings.write_text(settings.read_text(encoding="utf-8").partition("[report]")[0], encoding="utf-8")
    assert report(in_english, own, "pdf") == pdf
    with zipfile.ZipFile(io.BytesIO(report(in_english, own, "docx"))) as bare, zipfile.ZipFile(io.BytesIO(word)) as dressed:
        for part in ("word/document.xml", "word/styles.xml", "word/header.xml", "word/footer.xml"):
            assert squeezed(dressed.read(part)) == squeezed(bare.read(part)), part


def test_a_changed_template_shows_in_what_is_written(own, in_english):
    (own / "house.css").write_text("h1 { letter-spacing: 2px; }", encoding="utf-8")
    assert b"h1 { letter-spacing: 2px; }" in report(in_english, own, "html")
    pdf = report(in_english, own, "pdf")
    look = own / "house.typ"
    look.write_text(look.read_text(encoding="utf-8").replace("size: 11pt", "size: 15pt"), encoding="utf-8")
    assert report(in_english, own, "pdf") != pdf
    (own / "house.dotx").write_bytes(edited((own / "house.dotx").read_bytes(), "word/styles.xml", b"Calibri", b"Georgia"))
    with zipfile.ZipFile(io.BytesIO(report(in_english, own, "docx"))) as archive:
        assert b"Georgia" in archive.read("word/styles.xml")


@pytest.mark.parametrize(
    ("name", "form", "said"),
    [
        ("house.dotx", "docx", "report.template_docx in actormap.toml names house.dotx, and there is no such file."),
        ("house.typ", "pdf", "report.template_pdf in actormap.toml names house.typ, and there is no such file."),
        ("house.css", "html", "report.stylesheet in actormap.toml names house.css, and there is no such file."),
    ],
)
def test_a_template_that_is_gone_is_told_in_a_sentence_and_put_back_when_asked_for(own, in_english, tmp_path, name, form, said):
    whole = (own / name).read_bytes()
    (own / name).unlink()
    answer = in_english("report", "-w", own, *MADE, "-o", tmp_path / f"report.{form}")
    assert (answer.code, said in answer.err) == (1, True)
    assert in_english("init", own, "--with-templates", "-q").code == 0
    assert (own / name).read_bytes() == whole


@pytest.mark.parametrize(
    ("name", "form", "said"),
    [
        ("house.dotx", "docx", "The template of Word documents is no Word document. Save it in Word as .dotx or .docx."),
        ("house.typ", "pdf", "The document cannot be set as PDF; typst says: "),
        ("house.css", "html", '"<" may not stand in a style sheet.'),
    ],
)
def test_a_template_that_is_broken_is_told_in_a_sentence(own, in_english, tmp_path, name, form, said):
    (own / name).write_text("<#let house = (", encoding="utf-8")
    answer = in_english("report", "-w", own, *MADE, "-o", tmp_path / f"report.{form}")
    assert (answer.code, said in answer.err) == (1, True)
    assert "Traceback" not in answer.err
    assert not (tmp_path / f"report.{form}").exists()


def test_a_workspace_that_is_there_keeps_what_it_says_and_the_colours_it_has(tmp_path, in_english):
    own = tmp_path / "own"
    in_english("init", own, "-q")
    settings = own / "actormap.toml"
    said = settings.read_text(encoding="utf-8") + '\n[report]\ncolours = { accent = "#7a1f3d" }\nstylesheet = "mine.css"\n'
    settings.write_text(said, encoding="utf-8")
    assert in_english("init", own, "--with-templates", "-q").code == 0
    assert not (own / "house.css").exists()
    told = settings.read_text(encoding="utf-8")
    assert told.replace('template_docx = "house.dotx"\ntemplate_pdf = "house.typ"\n', "") == said
    with zipfile.ZipFile(own / "house.dotx") as archive:
        assert b"7A1F3D" in archive.read("word/styles.xml")


def test_a_workbook_has_its_templates_beside_it(tmp_path, in_english):
    book = tmp_path / "mine.xlsx"
    assert in_english("init", book, "--xlsx", "--with-templates", "-q").code == 0
    assert '[report]\ntemplate_docx = "house.dotx"' in (tmp_path / "mine.toml").read_text(encoding="utf-8")
    (tmp_path / "house.css").write_text("h1 { letter-spacing: 2px; }", encoding="utf-8")
    assert b"letter-spacing: 2px" in report(in_english, book, "html")
