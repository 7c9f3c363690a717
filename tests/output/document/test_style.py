"""Claims about the colours and templates that a workspace gives its documents."""

from __future__ import annotations

import re

import pytest

from actormap.errors import InputError
from actormap.output.document import style
from actormap.output.document.style import DARK, DocumentStyle, contrast, read


def test_a_workspace_without_a_style_has_that_of_the_house():
    assert read({}, None) == read(None, None) == DocumentStyle()


def test_colours_that_are_given_take_the_place_of_the_house_s():
    assert read({"colours": {"accent": "#7A1F3D"}}, None) == DocumentStyle(accent="#7a1f3d")


def test_files_are_read_from_the_workspace(tmp_path):
    (tmp_path / "mallar").mkdir()
    (tmp_path / "mallar" / "husets.css").write_text("\ufeffh1 { color: #123456; }", encoding="utf-8")
    (tmp_path / "rapport.typ").write_text("#let house(doc, body) = body", encoding="utf-8")
    (tmp_path / "rapport.dotx").write_bytes(b"PK")
    found = read({"stylesheet": "mallar/husets.css", "template_pdf": "rapport.typ", "template_docx": "rapport.dotx"}, tmp_path)
    assert found == DocumentStyle(stylesheet="h1 { color: #123456; }", template_pdf="#let house(doc, body) = body", template_docx=b"PK")


@pytest.mark.parametrize(
    ("table", "fault"),
    [
        ({"colours": "blue"}, 'report.colours in actormap.toml is no table of colours. Write it as { accent = "#0b4f8a" }.'),
        (
            {"colours": {"acent": "#000000"}},
            "colours.acent in actormap.toml is no colour of a document. There is accent, ink, panel.",
        ),
        ({"colours": {"ink": "black"}}, 'report.colours.ink in actormap.toml is "black", which is no colour.'),
        ({"colours": {"ink": 3}}, 'report.colours.ink in actormap.toml is "3", which is no colour.'),
        (
            {"colours": {"accent": "#8a8a8a"}},
            "colours.accent in actormap.toml has a contrast of 3.5 to 1 with #ffffff, and text needs",
        ),
        ({"colours": {"panel": "#202020"}}, "report.colours.ink in actormap.toml has a contrast of 1.0 to 1 with #202020"),
        ({"colour": 3, "template": "x"}, "report.colour in actormap.toml is no setting of a document. There is colours, template_docx,"),
        ({"stylesheet": 3}, "report.stylesheet in actormap.toml names no file."),
        ({"stylesheet": "none.css"}, "report.stylesheet in actormap.toml names none.css, and there is no such file."),
        ({"stylesheet": "a\0.css"}, "and there is no such file."),
        ({"stylesheet": "../secret.css"}, "names ../secret.css, which lies outside the workspace."),
        ({"stylesheet": "link.css"}, "names link.css, which lies outside the workspace."),
        ({"template_docx": "fine.css"}, "names fine.css, which is of another kind. It takes .docx, .dotx."),
        ({"stylesheet": "latin.css"}, "latin.css is not in UTF-8."),
        ({"stylesheet": "asks.css"}, 'asks.css, line 2: "@import" could fetch something that a document may not.'),
        ({"stylesheet": "picture.css"}, 'picture.css, line 1: "url(" could fetch'),
        ({"stylesheet": "ends.css"}, 'ends.css, line 1: "<" may not stand in a style sheet. Write '),
        ({"template_pdf": "asks.typ"}, 'asks.typ, line 1: "import" could fetch'),
        ({"template_pdf": "words.typ"}, 'words.typ, line 1: "eval" could fetch'),
    ],
)
def test_what_cannot_be_used_is_refused_in_a_sentence(table, fault, tmp_path):
    place = tmp_path / "workspace"
    place.mkdir()
    (tmp_path / "secret.css").write_text("h1 {}", encoding="utf-8")
    (place / "link.css").symlink_to(tmp_path / "secret.css")
    (place / "latin.css").write_bytes(b"/* \xe5 */")
    texts = {
        "fine.css": "h1 { background: url(data:image/png;base64,AA); }",
        "asks.css": "h1 {}\n@import 'x';",
        "picture.css": "h1 { background: url( https://example.org/x ); }",
        "ends.css": "</style>",
        "asks.typ": '#import "@preview/x:1.0.0"',
        "words.typ": '#eval("1")',
    }
    for name, text in texts.items():
        (place / name).write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=re.escape(fault)):
        read(table, place)


def test_a_built_in_workspace_has_no_files_of_its_own():
    with pytest.raises(InputError, match="this workspace is no folder"):
        read({"stylesheet": "x.css"}, None)


def test_contrast_is_that_of_the_web_s_guidelines():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == contrast("#ffffff", "#777777") == pytest.approx(4.48, abs=0.005)


@pytest.mark.parametrize("accent", ["#0b4f8a", "#000000", "#7a1f3d", "#767676"])
def test_on_a_dark_screen_the_accent_is_light_enough_to_read(accent):
    assert contrast(DocumentStyle(accent=accent).accent_on_dark, DARK) >= style.READABLE
