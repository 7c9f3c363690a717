"""How much of a project bank's pages is read right when pages of the same layouts look as no page looked before: made variants.

python -m benchmarks.page_variants FOLDER [--projects CSV] [--tries 2000] [--seed 1] [--show 20]
python -m benchmarks.page_variants FOLDER --pdf 24 [--seed 1]      that many of them printed by a browser and read as PDF

Each variant takes a coded page of FOLDER (benchmarks.pages), changes what it says (order, what is missing or empty, noughts, long values,
further sections, facts of other projects in CSV) and how it was saved (line ends, colons, capitals, spaces, web pages, paper), and
compares every field of the header with what was put there. The pages are parsed here anew, not by the reader that is measured.
"""

from __future__ import annotations

import argparse
import csv
import html
import random
import re
import subprocess
import tempfile
import textwrap
from collections import Counter
from functools import partial
from pathlib import Path

from actormap.workspace.pages import page, text

COLUMNS = tuple(column for column in page.COLUMNS if column != "municipalities")
LABELS_0713 = (
    *("Programområde", "Projektfas", "Projektägare", "Kontaktperson", "E-post", "Telefonnummer", "Beviljat ESF-stöd"),
    *("Total projektbudget", "Projektperiod", "Region"),
)
OF_LABEL = {
    "Namn": "name",
    "Name": "name",
    "Projektnummer": "number",
    "Diarienummer": "number",
    "Projektägare": "owner",
    "Region": "region",
    "Projektperiod": "period",
    "Startdatum": "start",
    "Slutdatum": "end",
    "Total projektbudget": "total_budget_sek",
    "Beviljat ESF-stöd": "esf_support_sek",
    "Planerat antal deltagare": "planned_participants",
    "Antal deltagare": "planned_participants",
    "Programområde": "programme_area",
    "Specifikt mål": "specific_objective",
    "Interventionstyp": "intervention",
}
LONG_NAMES = (
    "Unga till arbete: vägar, möten och mod - en fortsättning (steg 2) för dem som varken arbetar eller studerar",
    "Förstudie om samordnade insatser för ungdomar i åldern 16-24 år som saknar gymnasieexamen, sysselsättning och kontakt med samhället",
    "Kompetens för välfärd – hållbart arbetsliv, jämställdhet & digital omställning i små och medelstora företag i Skaraborg",
    "En väg in",
    "Region i samverkan för fler i arbete",
    "Total satsning på unga",
    "Start 2.0",
    "Namn och nytta",
    "MOD & MENING",
)
UNITS = ("Arbetsmarknadsenheten", "Utbildningsförvaltningen", "Kommunledningskontoret", "Avdelningen för tillväxt och hållbarhet")
PARTNERS = ("Arbetsförmedlingen", "Försäkringskassan", "Ale kommun", "Samordningsförbundet Insjön", "Rädda Barnen, region Väst")
REGIONS = ("Västsverige", "Stockholm", "Sydsverige", "Småland och Öarna", "Övre Norrland", "Östra Mellansverige", "ESF Nationellt")
MENU = ("Hoppa till innehåll", "Svenska ESF-rådet", "Meny", "Sök", "Start", "Resultat", "Projektbanken", "Lyssna", "Dela")
FOOT = ("Dela", "Senast uppdaterad: 2021-03-04", "Svenska ESF-rådet", "Box 397", "101 27 Stockholm", "Telefon: 08-000 00 00", "Om kakor")


def table(path):
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


class Page:
    """What a page says: its title, its labels with values in their order, its text, and what is true of its columns."""

    def __init__(self, layout, truth, lines):
        self.layout, self.truth = layout, dict(truth)
        self.old = layout == "0713"
        if self.old:
            found = [(at, label) for at, line in enumerate(lines) for label in LABELS_0713 if line.startswith(label)]
            found = [each for each in found if not any(not line.strip() for line in lines[found[0][0] : each[0]])]
            first, last = found[0][0], found[-1][0]
            self.fields = [(label, lines[at][len(label) :]) for at, label in found]
        else:
            first = next(at for at, line in enumerate(lines) if re.fullmatch(r"[^.]{3,50}:", line))
            last = next((at for at in range(first, len(lines)) if not lines[at].strip()), len(lines)) - 1
            self.fields = []
            for line in lines[first : last + 1]:
                if line.endswith(":"):
                    self.fields.append((line[:-1], ""))
                else:
                    self.fields[-1] = (self.fields[-1][0], line)
        self.title = next(line for line in reversed(lines[:first]) if line.strip())
        self.body = [line for line in lines[last + 1 :] if line.strip()]
        self.kinds = []

    def value(self, label):
        return dict(self.fields).get(label, "")

    def put(self, label, value):
        self.fields = [(one, value if one == label else said) for one, said in self.fields]

    def settle(self):
        """Make what is true follow what the labels say."""
        said = {}
        for label, value in self.fields:
            if (column := OF_LABEL.get(label)) and value:
                said.setdefault(column, value)
        for column in ("total_budget_sek", "esf_support_sek", "planned_participants", "programme_area", "region", "owner"):
            if column not in said:
                self.truth[column] = ""
        for column in ("specific_objective", "intervention"):
            self.truth[column] = said.get(column, "")
        if "owner" not in said:
            self.truth["owner_raw"] = ""
        if "period" not in said:
            self.truth |= {end: self.truth[end] if end in said else "" for end in ("start", "end")}


def changed(told, chance, others):
    """Change what a page says."""
    for kind, how, often in (
        *(
            ("other facts", partial(_other_facts, others=others), 0.5),
            ("long name", _named, 0.3),
            ("noughts", _noughts, 0.2),
            ("missing", _missing, 0.4),
        ),
        *(("emptied", _emptied, 0.3), ("shuffled", _shuffled, 0.5), ("sections", _sections, 0.4), ("unit", _unit, 0.2)),
    ):
        if chance.random() < often:
            how(told, chance)
            told.kinds.append(kind)
    told.settle()


def _grouped(number, told):
    return f"{number:,}".replace(",", "\u00a0" if told.old else " ") + ("\u00a0kr" if told.old else "")


def _name(told, name):
    number = "" if told.old else told.truth["number"] + " - "
    told.title = number + name
    told.truth["name"] = name
    told.put("Namn", name)
    told.put("Name", name)


def _owned(told, owner, unit=None):
    told.truth |= {"owner": re.sub(r"(?<=s )(Stad|Kommun)\b", lambda found: found[0].lower(), owner), "owner_raw": owner}
    if told.layout.startswith("plus"):
        told.truth["owner_raw"] = owner.upper()
    elif not told.old:
        told.truth["owner_raw"] = f"{owner}, {unit or owner}"
    told.put("Projektägare", told.truth["owner_raw"])


def _other_facts(told, chance, *, others):
    programme = {"0": "2007-2013", "1": "2014-2020", "p": "2021-2027"}[told.layout[0]]
    other = chance.choice([row for row in others if row["name"]])
    _name(told, other["name"])
    owners = [row["owner"] for row in others if row["owner"] and row["programme"] == programme and row["kind"] in ("project", "prestudy")]
    if owners:
        _owned(told, chance.choice(owners))
    year, month = chance.randint(2008, 2026), chance.randint(1, 12)
    start, end = f"{year}-{month:02}-01", f"{year + chance.randint(1, 3)}-{month:02}-28"
    told.truth |= {"start": start, "end": end}
    told.put("Projektperiod", f"{start} {'till' if told.old else '-'} {end}")
    if told.value("Startdatum"):
        told.put("Startdatum", start)
        told.put("Slutdatum", end)
    total = chance.choice((chance.randint(100_000, 999_999), chance.randint(1_000_000, 9_999_999), chance.randint(10_000_000, 160_000_000)))
    for label, column, number in (
        ("Total projektbudget", "total_budget_sek", total),
        ("Beviljat ESF-stöd", "esf_support_sek", total * chance.randint(30, 100) // 100),
    ):
        told.put(label, _grouped(number, told))
        told.truth[column] = str(number)
    if told.truth["region"]:
        told.truth["region"] = chance.choice(REGIONS)
        told.put("Region", told.truth["region"])


def _named(told, chance):
    _name(told, chance.choice(LONG_NAMES))


def _noughts(told, chance):
    for label, column, written in (
        ("Planerat antal deltagare", "planned_participants", "0"),
        ("Antal deltagare", "planned_participants", "0"),
        ("Beviljat ESF-stöd", "esf_support_sek", "0\u00a0kr" if told.old else "0"),
        ("Interventionstyp", "intervention", "0"),
    ):
        if told.value(label) and chance.random() < 0.6:
            told.put(label, written)
            told.truth[column] = "0"


def _missing(told, chance):
    gone = set(chance.sample([label for label, _ in told.fields], min(chance.randint(1, 4), len(told.fields) - 5)))
    if "Kontaktperson" in gone:  # no page has an address of nobody
        gone |= {"E-post", "Telefonnummer"}
    told.fields = [(label, value) for label, value in told.fields if label not in gone]


def _emptied(told, chance):
    for label in chance.sample([label for label, _ in told.fields], chance.randint(1, 3)):
        told.put(label, "")


def _shuffled(told, chance):
    chance.shuffle(told.fields)


def _sections(told, chance):
    some = chance.sample(PARTNERS, chance.randint(1, 4))
    heading = chance.choice(("Samarbetspartners", "Deltagande aktörer", "Medfinansiärer", "Målgrupp", "Resultat"))
    told.body = [heading, *some, *told.body] if chance.random() < 0.5 else [*told.body, heading, *some]


def _unit(told, chance):
    if not told.old and not told.layout.startswith("plus") and told.truth["owner"] and "," not in told.truth["owner"]:
        _owned(told, told.truth["owner"], chance.choice(UNITS))


def saved(told, chance):
    """Return a page as a file: its name and its bytes."""
    shown = [(_label(label, told.how), value) for label, value in map(_written(told), told.fields)]
    form = chance.choice(tuple(FORMS))
    told.kinds.append(form)
    if form.startswith("html"):
        return "page.html", FORMS[form](told, shown, chance).encode()
    whole = FORMS[form](told, shown, chance)
    if chance.random() < 0.3:
        whole = "\n".join([*MENU, "", whole, "", *FOOT])
        told.kinds.append("menus")
    end = chance.choice(("\n", "\n", "\r\n", "\n\n", " \n"))
    if end != "\n":
        told.kinds.append(f"ends {end!r}")
    return "page.txt", whole.replace("\n", end).encode(chance.choice(("utf-8", "utf-8-sig", "utf-16")))


def _label(label, how):
    return {"as it is": label, "capitals": label.upper(), "small": label[:1] + label[1:].lower()}[how]


def style(told, chance):
    """Choose how labels, amounts and periods are written."""
    told.how = chance.choice(("as it is", "as it is", "as it is", "capitals", "small"))
    told.colon = chance.choice((":", ":", "", " :"))
    told.space = chance.choice((None, None, "\u00a0", "\u2009", "\u202f"))
    told.unit = chance.choice((None, None, " kr", " SEK", ",00 kr"))
    told.dash = chance.choice((None, None, " – ", "–", " till ", " -- "))
    told.kinds += [
        kind
        for kind, there in (
            (f"label {told.how}", told.how != "as it is"),
            (f"colon {told.colon!r}", told.colon != ":"),
            (f"space {told.space!a}", told.space),
            (f"unit {told.unit}", told.unit),
            (f"dash {told.dash}", told.dash),
        )
        if there
    ]


def _written(told):
    def one(pair):
        label, value = pair
        if label in ("Total projektbudget", "Beviljat ESF-stöd") and value:
            bare = re.sub(r"\s*kr$", "", value)
            if told.space:
                value = re.sub(r"[ \u00a0]", told.space, bare) + (value[len(bare) :])
            if told.unit:
                value = re.sub(r"\s*kr$", "", value) + told.unit
        if label == "Planerat antal deltagare" and told.space and value.isdigit() and len(value) > 3:
            value = f"{int(value):,}".replace(",", told.space)
        if label == "Projektperiod" and told.dash:
            value = re.sub(r" (?:-|till) ", told.dash, value)
        return label, value

    return one


def _laid(line, empty=None):
    def form(told, shown, _chance):
        lines = [(line if value or empty is None else empty).format(label + told.colon, value) for label, value in shown]
        return "\n".join([told.title, "", *lines, *_end(told), "", *told.body])

    return form


def _end(told):
    return ["In English", "", "Sammanfattning"] if told.old else []


def _glued(told, shown, chance):
    """As pages of 2007-2013 have it; the others with the value on the next line, or after a blank line now and then."""
    if told.old:
        return "\n".join([told.title, "", *(label + value for label, value in shown), *_end(told), "", *told.body])
    lines = []
    for label, value in shown:
        lines += [label + told.colon, *([value] if value else []), *([""] if chance.random() < 0.4 else [])]
    return "\n".join([told.title, "", *lines, "", *told.body])


def _wrapped(told, shown, chance):
    """As a narrow column or an e-mail has it: long values over several lines, the label above or beside."""
    width, above = chance.choice((40, 50, 70)), chance.random() < 0.5
    lines = []
    for label, value in shown:
        if above:
            lines += [label + told.colon, *textwrap.wrap(value, width, break_long_words=False, break_on_hyphens=False)]
        else:
            lines += textwrap.wrap(f"{label}{told.colon or ':'} {value}", max(width, 60), break_long_words=False, break_on_hyphens=False)
    return "\n".join([*textwrap.wrap(told.title, width), "", *lines, *_end(told), "", *told.body])


def _paper(told, shown, chance):
    """As a print has it: lines at the top and at the foot of each page, which may fall into the header."""
    lines = [told.title, ""]
    for label, value in shown:
        lines += [label + told.colon, *([value] if value else [])] if not told.old else [label + value]
    lines += [*_end(told), "", *told.body]
    at = chance.randint(6, max(7, len(lines) - 6))
    foot = chance.choice(
        (
            ["https://www.esf.se/resultat/projektbanken/projekt/ 1/2", "2023-05-02 10:33 Projektbanken - Svenska ESF-rådet"],
            ["Sida 1 av 2"],
            ["1 (2)"],
            ["2023-05-02", "Svenska ESF-rådet", "1/2"],
        )
    )
    while not told.old and at < len(lines) and not lines[at].strip():
        at += 1
    return "\n".join(["2023-05-02 10:33 Projektbanken - Svenska ESF-rådet", *lines[:at], *foot, *lines[at:]])


def _two_columns(told, shown, _chance):
    """As a grid of two columns is copied: two labels with their values a line."""
    lines = []
    for one, other in zip(shown[::2], [*shown[1::2], ("", "")], strict=False):
        lines.append("\t".join(part for pair in (one, other) for part in (pair[0] + (told.colon if pair[0] else ""), pair[1])).rstrip())
    return "\n".join([told.title, "", *lines, *_end(told), "", *told.body])


def _hyphened(told, shown, _chance):
    """As a narrow column is printed: a long word of a value broken by a hyphen at the line's end."""
    lines = []
    for label, value in shown:
        broken = re.sub(r"([a-zåäö]{6,})([a-zåäö]{5,})", r"\1-\n\2", value, count=1) if len(value) > 25 else value
        lines += [label + told.colon, *([broken] if value else [])]
    return "\n".join([told.title, "", *lines, *_end(told), "", *told.body])


def _html(fields, around="{}"):
    def form(told, shown, chance):
        gap = chance.choice(("", "\n", "\n      "))
        space = chance.choice((" ", "&nbsp;", "\n   "))
        lines = []
        for label, value in shown:
            said = html.escape(value).replace("\u00a0", "&nbsp;")
            said = space.join(said.split(" ")) if label[:1] in "NPnp" and "period" not in label.casefold() else said
            lines.append(fields.replace("~", gap).format(label + told.colon, said))
        menu, foot = ("".join(f"<li><a href='#'>{each}</a></li>" for each in some) for some in (MENU, FOOT))
        body = "".join(f"<p>{html.escape(each)}</p>" for each in told.body)
        end = "<h2>In English</h2><h2>Sammanfattning</h2>" if told.old else ""
        title = html.escape(told.title)
        return (
            f"<!DOCTYPE html><html lang='sv'><head><meta charset='utf-8'><title>{title} - ESF</title></head><body>"
            f"<nav><ul>{menu}</ul></nav>"
            f"<main><h1>{title}</h1>{around.format(gap.join(lines))}{end}{body}</main><footer><ul>{foot}</ul></footer></body></html>"
        )

    return form


FORMS = {
    "glued or below": _glued,
    "beside": _laid("{} {}"),
    "tab": _laid("{}\t{}"),
    "wide": _laid("{}    {}"),
    "nbsp": _laid("{}\u00a0{}"),
    "below": _laid("{}\n{}", "{}"),
    "below, gap": _laid("{}\n\n{}\n", "{}\n"),
    "below, always a line": _laid("{}\n{}"),
    "bullets": _laid("• {}\t{}"),
    "bold": _laid("**{}** {}"),
    "wrapped": _wrapped,
    "paper": _paper,
    "two columns": _two_columns,
    "hyphens": _hyphened,
    "html table": _html("<tr>~<th>{}</th>~<td>{}</td>~</tr>", "<table><tbody>{}</tbody></table>"),
    "html cells": _html("<tr>~<td><p><strong>{}</strong></p></td>~<td><p>{}</p></td>~</tr>", "<table>{}</table>"),
    "html dl": _html("<dt>{}</dt>~<dd>{}</dd>", "<dl>{}</dl>"),
    "html dl nested": _html("<div class='row'>~<dt><span>{}</span></dt>~<dd><div><span>{}</span></div></dd>~</div>", "<dl>{}</dl>"),
    "html divs": _html("<div>~<div>{}</div>~<div>{}</div>~</div>"),
    "html spans": _html("<div>~<span class='label'>{}</span>~<span>{}</span>~</div>"),
    "html spans flat": _html("<span class='label'>{}</span>~<span>{}</span><br>"),
    "html strong": _html("<p><strong>{}</strong>~{}</p>"),
    "html strong br": _html("<strong>{}</strong><br>~{}<br>"),
    "html list": _html("<li>~<b>{}</b>~{}</li>", "<ul>{}</ul>"),
    "html deep": _html("<div><div><div><span><em>{}</em></span></div></div><div><div><span><a href='#'>{}</a></span></div></div></div>"),
    "html headings": _html("<h3>{}</h3>~<p>{}</p>"),
    "html label": _html("<label>{}</label>~<output>{}</output>"),
    "html inline": _html("<i>{}</i>~<i>{}</i><br/>"),
}


SHEETS = {
    "print": "body{font-size:14pt}",
    "print large": "body{font-size:22pt}h1{font-size:40pt}",
    "print columns": "main>div{columns:2}",
    "print grid": "main>div>div{display:grid;grid-template-columns:12em 1fr}",
    "print grid, hyphens": "main>div>div{display:grid;grid-template-columns:12em 9em;hyphens:auto}h1{hyphens:auto;width:12em}",
    "print pairs": "main>div{display:grid;grid-template-columns:1fr 1fr;gap:1em}",
    "print beside": "main>div>div>*{display:inline}",
}


def printed(told, chance, folder, browser):
    """Return a page as a browser prints it."""
    kind = chance.choice(tuple(SHEETS))
    told.kinds.append(kind)
    shown = [(_label(label, told.how), value) for label, value in map(_written(told), told.fields)]
    web = _html("<div>~<div>{}</div>~<div>{}</div>~</div>", "<div>{}</div>")(told, shown, chance)
    (folder / "page.html").write_text(web.replace("<head>", f"<head><style>{SHEETS[kind]}</style>"), encoding="utf-8")
    asked = [
        browser,
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        f"--print-to-pdf={folder / 'page.pdf'}",
        (folder / "page.html").as_uri(),
    ]
    subprocess.run(asked, check=True, capture_output=True)
    return "page.pdf", (folder / "page.pdf").read_bytes()


def compared(told, name, data):
    """Return the fields that are wrong of a variant: what is read and what is true."""
    found = page.read(name, text.lines_of(name, data))
    said = {column: "" if value is None else str(value) for column, value in found.columns().items()}
    return found, [(column, said[column], told.truth[column]) for column in COLUMNS if said[column] != told.truth[column]]


def variant(rows, others, chance):
    file, layout, truth, lines = chance.choice(rows)
    told = Page(layout, truth, lines)
    changed(told, chance, others)
    style(told, chance)
    return file, told


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--projects", type=Path, help="a table of projects with name, owner, programme and kind")
    parser.add_argument("--tries", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=20)
    parser.add_argument("--pdf", type=int, help="print that many with a browser")
    parser.add_argument("--browser", default="chromium")
    options = parser.parse_args()
    layouts = {row["file"]: row["layout"].split()[0] for row in table(options.folder / "index.csv")}
    rows = [
        (row["file"], layouts[row["file"]], row, text.lines_of("page.txt", (options.folder / row["file"]).read_bytes()))
        for row in table(options.folder / "gold.csv")
        if layouts[row["file"]] != "other"
    ]
    others = table(options.projects) if options.projects else [row | {"programme": "", "kind": ""} for _, _, row, _ in rows]
    with tempfile.TemporaryDirectory() as place:
        measure(options, rows, others, Path(place))


def measure(options, rows, others, place):
    asked, wrong, filled, missed, made_up, shown = Counter(), Counter(), 0, 0, 0, 0
    tries = options.pdf or options.tries
    for number in range(tries):
        chance = random.Random(options.seed * 1_000_003 + number)
        file, told = variant(rows, others, chance)
        name, data = printed(told, chance, place, options.browser) if options.pdf else saved(told, chance)
        found, bad = compared(told, name, data)
        filled += sum(bool(told.truth[column]) for column in COLUMNS)
        missed += sum(bool(true) for _, _, true in bad)
        made_up += sum(bool(said) for _, said, _ in bad)
        for kind in (told.layout, *told.kinds, "all"):
            asked[kind] += len(COLUMNS)
            wrong[kind] += len(bad)
        if bad and shown < options.show:
            shown += 1
            print(f"{options.seed}:{number} {file} {told.layout}, read as {found.layout}; {', '.join(told.kinds)}")
            for column, said, true in bad:
                print(f"    {column}: {said!r}, not {true!r}")
    for kind in sorted(asked, key=lambda kind: -wrong[kind] / asked[kind]):
        print(f"{1 - wrong[kind] / asked[kind]:.4f}  {wrong[kind]:5} of {asked[kind]:6}  {kind}")
    print(
        f"{tries} variants: {filled - missed} of {filled} filled fields right ({1 - missed / filled:.4f}); {made_up} values that are not so"
    )


if __name__ == "__main__":
    main()
