"""The forms in which one and the same page reaches somebody: what browsers, editors and word processors save and print of it."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

from tests.workspace.pages import samples

LONG = "Unga till arbete: vägar, möten och mod - en fortsättning (steg 2) för dem som varken arbetar eller studerar i länets norra delar"
# Unusual and possible: a long name and a short one, nought and nothing, a whole grant and none.
FACTS = (
    {"name": LONG, "region": "Övre Norrland", "planned_participants": 1200, "specific_objective": "3", "rate": "67%"},
    {"name": "#Framåt!", "region": "Småland och Öarna", "total_budget_sek": 400_000, "esf_support_sek": 400_000, "intervention": "0"},
    {"name": "Kompetens 2.0 – Region i samverkan", "region": "ESF Nationellt", "total_budget_sek": 157_547_528, "planned_participants": 0},
    {"name": "KRAFT", "region": "Mellersta Norrland", "esf_support_sek": 0, "planned_participants": None, "rate": ""},
)
BODY = ("Projektet vill att unga ska få en egen väg till studier eller arbete.", "", "Arbetet sker i team.")
MENU = (
    *(
        "Hoppa till innehåll",
        "Svenska ESF-rådet",
        "Meny",
        "Sök",
        "Kontakt",
        "Projekt",
        "Region",
        "English",
        "Hitta projekt",
        "Region:",
        "Alla",
    ),
    *("Programområde:", "Alla", "Startsida / Resultat / Projektbanken / Projekt", "Lyssna", "Dela", ""),
)
FOOT = (
    *("", "Dela sidan:", "Senast uppdaterad: 2021-03-04", "Svenska ESF-rådet", "Box 397", "101 27 Stockholm", "Telefon: 08-579 171 00"),
    *("E-post: esf@esf.se", "Organisationsnummer", "202100-5026", "Region", "Om kakor"),
)
MONTHS = ["januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december"]

Form = Callable[[str, dict], str | bytes]


def whole(layout, told):
    """Return a page as text."""
    return samples.page(layout, told, body=BODY)


def laid(line, above="{}", between="\n"):
    """Return a form in which each field is written by `line` and the title by `above`."""

    def page(layout, told):
        fields = between.join(line.format(label, value) for label, value in samples.fields(layout, told))
        end = ["In English", "", "Sammanfattning"] if layout == "0713" else []
        return "\n".join([above.format(samples.title(layout, told)), "", fields, "", *end, *BODY])

    return page


def paired(line):
    """Return a form in which two fields stand on a line."""

    def page(layout, told):
        fields = samples.fields(layout, told)
        lines = ["\t".join(line.format(*field) for field in fields[at : at + 2]) for at in range(0, len(fields), 2)]
        end = ["In English", "", "Sammanfattning"] if layout == "0713" else []
        return "\n".join([samples.title(layout, told), "", *lines, "", *end, *BODY])

    return page


def printed(*foot):
    """Return a form in which a sheet ends in the middle of the header."""

    def page(layout, told):
        lines = whole(layout, told).split("\n")
        return "\n".join([*lines[:9], *foot, *lines[9:]])

    return page


def rewritten(change):
    """Return a form that changes a page's text."""
    return lambda layout, told: change(whole(layout, told))


def amounts(written):
    """Return a form in which amounts are written otherwise."""

    def page(layout, told):
        shown = whole(layout, told)
        for value in {told["total_budget_sek"], told["esf_support_sek"]} - {None}:
            plain = samples.kronor(samples.amount(value)) if layout == "0713" else samples.amount(value)
            ends = [
                line for line in shown.split("\n") if line.endswith(plain) and (line == plain or not line[: -len(plain)][-1:].isdigit())
            ]
            for line in set(ends):
                if line == plain or line.startswith(("Beviljat ESF-stöd", "Total projektbudget")):
                    shown = shown.replace(f"\n{line}\n", f"\n{line[: -len(plain)]}{written(value)}\n")
        return shown

    return page


def dates(one, both):
    """Return a form in which days and periods are written otherwise."""

    def page(layout, told):
        shown = whole(layout, told)
        for between in (" - ", " till "):
            shown = shown.replace(f"{told['start']}{between}{told['end']}", both(one(told["start"]), one(told["end"])))
        return shown.replace(f"\n{told['start']}\n", f"\n{one(told['start'])}\n").replace(f"\n{told['end']}\n", f"\n{one(told['end'])}\n")

    return page


def html(fields, around="{}"):
    """Return a form in which each field is written by `fields` in a web page with menus."""

    def page(layout, told):
        shown = around.format("".join(fields.format(label, value) for label, value in samples.fields(layout, told)))
        end = "<h2>In English</h2><h2>Sammanfattning</h2>" if layout == "0713" else ""
        menu, foot = ("".join(f"<li><a href='#'>{each}</a></li>" for each in lines if each) for lines in (MENU, FOOT))
        text = "".join(f"<p>{each}</p>" for each in BODY if each)
        title = samples.title(layout, told)
        return (
            f"<!DOCTYPE html><html><head><meta charset='utf-8'><title>{title}</title></head><body><ul>{menu}</ul>"
            f"<h1>{title}</h1>{shown}{end}{text}<ul>{foot}</ul></body></html>"
        )

    return page


def grouped(value, by):
    return f"{value:,}".replace(",", by)


def worded(day):
    year, month, number = day.split("-")
    return f"{int(number)} {MONTHS[int(month) - 1]} {year}"


FORMS: dict[str, Form] = {
    "windows": rewritten(lambda text: text.replace("\n", "\r\n")),
    "utf-16": rewritten(lambda text: text.encode("utf-16")),
    "windows-1252": rewritten(lambda text: text.encode("cp1252")),
    "with a mark": rewritten(lambda text: text.encode("utf-8-sig")),
    "decomposed": rewritten(lambda text: unicodedata.normalize("NFD", text)),
    "indented": rewritten(lambda text: "\n".join(f"    {line}" for line in text.split("\n"))),
    "spaces at the end": rewritten(lambda text: text.replace("\n", "   \n")),
    "without colons": rewritten(lambda text: text.replace(":\n", "\n")),
    "menus around": rewritten(lambda text: "\n".join([*MENU, text, *FOOT])),
    "only the header": rewritten(lambda text: text[: text.index(BODY[0])].replace("In English\n\nSammanfattning\n", "").rstrip()),
    "on one line": laid("{}: {}"),
    "with tabs": laid("{}\t{}"),
    "colon and tab": laid("{}:\t{}"),
    "capitals": lambda layout, told: "\n".join(
        [samples.title(layout, told), "", *(f"{label.upper()}: {value}" for label, value in samples.fields(layout, told)), "", *BODY]
    ),
    "bullets": laid("\u2022 {}: {}"),
    "dashes": laid("- {}: {}"),
    "markdown in bold": laid("**{}:** {}  ", "# {}"),
    "markdown in bold above": laid("**{}**\n{}\n", "# {}"),
    "markdown as a table": laid("| {} | {} |", "# {}\n\n| | |\n|-|-|"),
    "two fields a line": paired("{}:\t{}"),
    "two fields a line, without colons": paired("{}\t{}"),
    "bold without colons": laid("**{}** {}"),
    "bullets and tabs": laid("\u2022 {}\t{}"),
    "one space": laid("{} {}"),
    "doubled line ends": rewritten(lambda text: text.replace("\n", "\n\n")),
    "sheet ends, address": printed("https://www.esf.se/projektbanken/?dnr=1 1/2", "2023-05-02 10:33 Projektbanken - Svenska ESF-rådet"),
    "sheet ends, number": printed("Sida 1 av 2"),
    "sheet ends, site and date": printed("2023-05-02", "Svenska ESF-rådet", "1 (2)"),
    "blank lines between": laid("{}:\n\n{}\n"),
    "kr": amounts(lambda value: grouped(value, "\u00a0") + "\u00a0kr"),
    "sek": amounts(lambda value: grouped(value, " ") + " SEK"),
    "sek before": amounts(lambda value: "SEK " + grouped(value, " ")),
    "dots": amounts(lambda value: grouped(value, ".")),
    "commas": amounts(lambda value: grouped(value, ",")),
    "ore": amounts(lambda value: grouped(value, " ") + ",00 kr"),
    "colon and dash": amounts(lambda value: grouped(value, " ") + ":-"),
    "narrow spaces": amounts(lambda value: grouped(value, "\u202f") + "\u202fkr"),
    "apostrophes": amounts(lambda value: grouped(value, "\u2019")),
    "no spaces": amounts(str),
    "kronor": amounts(lambda value: f"{value} kronor"),
    "en dash": dates(str, "{} \u2013 {}".format),
    "dash without spaces": dates(str, "{}\u2013{}".format),
    "from and until": dates(str, "fr.o.m. {} t.o.m. {}".format),
    "until and with": dates(str, "{} till och med {}".format),
    "broken period": dates(str, "{} -\n{}".format),
    "days in words": dates(worded, "{} - {}".format),
    "days in figures": dates(lambda day: day.replace("-", ""), "{}-{}".format),
    "days with dots": dates(lambda day: day.replace("-", "."), "{} - {}".format),
    "days with strokes": dates(lambda day: "/".join(reversed(day.split("-"))), "{} - {}".format),
    "days with hours": dates(lambda day: f"{day} 00:00", "{} - {}".format),
    "html, list of definitions": html("<dt>{}:</dt><dd>{}</dd>", "<dl>{}</dl>"),
    "html, table": html("<tr><th>{}</th><td>{}</td></tr>", "<table>{}</table>"),
    "html, bold and breaks": html("<strong>{}:</strong> {}<br>", "<p>{}</p>"),
    "html, spans without colons": html("<div><span>{}</span><span>{}</span></div>"),
    "html, bold without colons": html("<b>{}</b>{}<br>"),
    "html, spans": html("<div><span>{}:</span><span>{}</span></div>"),
    "html, boxes": html("<div><div>{}</div>\n<div>{}</div></div>"),
    "html, items": html("<li><b>{}</b>: {}</li>", "<ul>{}</ul>"),
    "html, headings": html("<h3>{}</h3><p>{}</p>"),
}


def name(form):
    """Return the name of a file in a form."""
    return "page.html" if form.startswith("html") else "page.txt"
