"""Claims about a page in Markdown at a terminal."""

from __future__ import annotations

from actormap.i18n import Texts
from actormap.output.screen import cells, markdown
from actormap.output.terminal import Terminal

SV = Texts.load("sv")
PAGE = """# En sida om nätverket

Ett stycke som är för långt för en rad, med \\*stjärnor\\* som står som de står.

| Plats | Namn |
|--:|---|
| 1 | Bo\\|b \\_x\\_ |

- En källa: <https://example.org/en/adress/som/ingen/rad/har/rum/för>
"""


def test_paragraphs_are_folded_tables_fitted_and_addresses_kept_whole():
    assert markdown.shown(PAGE, SV, Terminal(40)).splitlines() == [
        "En sida om nätverket",
        "====================",
        "",
        "Ett stycke som är för långt för en rad,",
        "med *stjärnor* som står som de står.",
        "",
        "Plats  Namn",
        "───────────────",
        "    1  Bo|b _x_",
        "",
        "- En källa:",
        "  <https://example.org/en/adress/som/ingen/rad/har/rum/för>",
    ]


def test_a_heading_stands_apart_and_is_underlined():
    assert markdown.shown("text\n## Under\n### Sist\n", SV, Terminal(40)).splitlines() == ["text", "", "Under", "-----", "", "Sist", "----"]


def test_columns_without_room_are_named():
    wide = " | ".join(f"spalt{place}" for place in range(20))
    page = f"| {wide} |\n|{'---|' * 20}\n| {wide} |\n"
    lines = markdown.shown(page, SV, Terminal(80)).splitlines()
    assert "Inte visade: " in "\n".join(lines)
    assert max(map(cells.width, lines)) <= 80


def test_no_sign_of_markdown_is_left_but_those_that_stand_for_themselves():
    first = "- **Vem?** Älv \\& Kust.[^1] 2 \\* 3, se [Om](#om) och ![kartan](bild.svg)"
    page = f"{first}\n- [Ett \\[dokument\\]](<https://example.org/a>), 2014\n\n[^1]: Not.\n"
    assert markdown.shown(page, SV, Terminal(90)).splitlines() == [
        "- Vem? Älv & Kust. [1] 2 * 3, se Om och kartan",
        "- Ett [dokument] <https://example.org/a>, 2014",
        "",
        "[1] Not.",
    ]
