"""Pages of a project bank that does not exist, in each layout that the real one has had, from facts that a test chooses."""

from __future__ import annotations

import random

from actormap.workspace.pages import text

# These people do not exist; the number is of those set aside for fiction.
PERSON, EMAIL, TELEPHONE = "Ödla Grävlingsdotter", "odla.gravlingsdotter@example.se", "031-390 06 05"
FACTS = {
    "name": "Bron till arbete",
    "number": "2019/00777",
    "owner": "Samordningsförbundet Insjön",
    "unit": "Kansliet",
    "region": "Västsverige",
    "start": "2019-02-01",
    "end": "2021-12-31",
    "total_budget_sek": 12_345_678,
    "esf_support_sek": 6_172_839,
    "planned_participants": 120,
    "programme_area": "2",
    "specific_objective": "2.1",
    "intervention": "102",
    "rate": "50%",
}
BODY = (
    "Projektet prövar hur unga utan arbete kan få en väg in, tillsammans med Arbetsförmedlingen och tre kommuner.",
    "",
    "Bakgrund",
    "Projektägaren har tidigare drivit Stegen, 2015-01-01 - 2016-06-30, och Region Insjön ett liknande projekt med 40 deltagare.",
)
LAYOUTS = ("0713", "1420A", "1420B", "1420C", "1420D", "plusA", "plusB", "plusC")


def facts(layout, **changed):
    """Return the facts of a page as its layout has them, in the forms of the columns."""
    told = FACTS | changed
    if layout.startswith("plus"):
        told = told | {"number": "23-077-S02", "owner": "INSJÖNS KOMMUN", "programme_area": "A", "specific_objective": "A2A"} | changed
    if layout == "0713":
        told = told | {"programme_area": "Programområde 2 Ökat arbetskraftsutbud"} | changed
    return told


def fields(layout, told):
    """Return the labels of a layout with their values, in the order of its pages."""
    total, support, planned = (amount(told[name]) for name in ("total_budget_sek", "esf_support_sek", "planned_participants"))
    period = f"{told['start']} - {told['end']}" if told["start"] else ""
    contact = [("Kontaktperson", PERSON), ("E-post", EMAIL)]
    owned = ("Projektägare", f"{told['owner']}, {told['unit']}" if told["owner"] else "")
    name, number, region = ("Namn", told["name"]), ("Projektnummer", told["number"]), ("Region", told["region"])
    registered, area = ("Diarienummer", told["number"]), ("Programområde", told["programme_area"])
    money = [("Total projektbudget", total), ("Beviljat ESF-stöd", support)]
    objective, intervention = ("Specifikt mål", told["specific_objective"]), ("Interventionstyp", told["intervention"])
    rate, address = ("Unionens medfinansieringsgrad", told["rate"]), ("Stödmottagarens address", "")
    people, when = ("Planerat antal deltagare", planned), ("Projektperiod", period)
    postcode = ("Stödmottagare postnr", "40222")
    dated = [("Startdatum", told["start"]), ("Slutdatum", told["end"])]
    legal, orgnr = ("Projektägare", told["owner"]), ("Projektägare organisationsnummer", "2120001234")
    place = [("Land som berörs", "Sverige"), ("Berörd fond", "ESF+"), ("Program CCI", "2021SE05SFPR")]
    end = [("Sekundärtema - Motverka barnfattigdom", "Nej"), region, ("NUTS-2 kod", "SE23")]
    last = [intervention, ("Antal deltagare", planned), ("Insats av strategisk betydelse", "Nej")]
    return {
        "0713": [
            *(area, ("Projektfas", "Genomförande"), ("Projektägare", told["owner"]), *contact, ("Telefonnummer", TELEPHONE)),
            *(("Beviljat ESF-stöd", kronor(support)), ("Total projektbudget", kronor(total))),
            *(("Projektperiod", period.replace(" - ", " till ")), region),
        ],
        "1420A": [name, region, owned, number, people, when, *money, *contact, objective],
        "1420B": [number, owned, name, region, people, when, *money, *contact, postcode, address, area, objective, rate, intervention],
        "1420C": [registered, name, number, owned, region, people, when, *money, *contact, postcode, area, objective, rate, intervention],
        "1420D": [
            *(registered, name, ("Startdatum", ""), ("Slutdatum", ""), number, owned, region, people, when, *money, *contact),
            *(postcode, address, area, objective, rate, intervention),
        ],
        "plusA": [registered, name, *dated, *place, orgnr, legal, rate, area, objective, *end, postcode, *last],
        "plusB": [
            *(
                registered,
                ("Fond", "ESF+"),
                legal,
                objective,
                *money,
                people,
                when,
                *dated,
                ("Programperiod", "2021-2027"),
                area,
                intervention,
            ),
            *(rate, ("Stödmottagarens postnummer", "10535"), ("Stödmottagarens land", "Sverige"), ("Projektägare org.nr.", "2120001234")),
            *(("Stödmottagarens ort", "INSJÖN"), ("Program CCI", "2021SE05SFPR"), ("NUTS-2 kod", "SE11")),
        ],
        "plusC": [*place, registered, orgnr, legal, name, *dated, rate, area, objective, *end, *last, number],
    }[layout]


def amount(value):
    """Return a number with its thousands apart, empty for None."""
    return "" if value is None else f"{value:,}".replace(",", " ")


def kronor(text):
    """Return an amount as the pages of 2007-2013 write it."""
    return text.replace(" ", "\u00a0") + "\u00a0kr" if text else ""


def title(layout, told):
    """Return the title line of a page."""
    return told["name"] if layout == "0713" else f"{told['number']} - {told['name']}"


def page(layout, told=None, *, order=None, blanks=None, body=BODY, between="", header=None):
    """Return a page as text; `order` shuffles its fields, `blanks` says after which lines a blank one is put, `between` stands in lines."""
    told = told or facts(layout)
    shown = header or fields(layout, told)
    if order is not None:
        shown = [shown[place] for place in order]
    above = ["Logotyp på utskrifter", ""] if layout == "0713" else ["information (1)", "Cookies", ""]
    lines = [*above, title(layout, told), ""]
    for label, value in shown:
        if layout == "0713":
            lines.append(f"{label}{between}{value}")
        else:
            lines += [f"{label}:", *([value] if value else [])]
        if blanks and blanks.random() < 0.3:
            lines.append("")
    tail = ["In English", "", "Sammanfattning", *body] if layout == "0713" else ["", *body]
    return "\n".join([*lines, *tail, ""])


def mutated(text, chance):
    """Return a page with some of it changed as saving, copying and editing change it: no text that is not on a page comes in."""
    for _ in range(chance.randint(1, 4)):
        text = chance.choice(_MUTATIONS)(text, chance)
    return text


def _swapped(text, chance):
    lines = text.split("\n")
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return "\n".join(lines)


def _cut(text, chance):
    at, to = sorted(chance.randint(0, len(text)) for _ in range(2))
    return text[:at] + text[to:] if chance.random() < 0.5 else text[at:to]


def _doubled(text, chance):
    lines = text.split("\n")
    at = chance.randrange(len(lines))
    return "\n".join([*lines[: at + 1], *lines[at:]])


def _spaced(text, chance):
    space = chance.choice(["\u00a0", "  ", "\t", "\u2009", " \u200b"])
    return "".join(space if letter == " " and chance.random() < 0.3 else letter for letter in text)


def _ended(text, chance):
    return text.replace("\n", chance.choice(["\r\n", "\r", "\n\n", "\u2028", "\n "]))


def _emptied(text, chance):
    lines = text.split("\n")
    lines[chance.randrange(len(lines))] = ""
    return "\n".join(lines)


def _bitten(text, chance):
    letters = list(text)
    for _ in range(chance.choice((1, 5, 30))):
        if letters:
            letters[chance.randrange(len(letters))] = chance.choice("\x00 ::–-/.,09\nåÅ<&\ud7ff")
    return "".join(letters)


def _joined(text, chance):
    lines = text.split("\n")
    at = chance.randrange(len(lines))
    return "\n".join([*lines[:at], "".join(lines[at : at + 2]), *lines[at + 2 :]])


_MUTATIONS = (_swapped, _cut, _doubled, _spaced, _ended, _emptied, _bitten, _joined)


def chance(seed):
    """Return chance that is the same each time."""
    return random.Random(seed)  # noqa: S311  (nothing secret hangs on it)


def invented(found, shown):
    """Return the fields of a reading that do not stand on the page: their text is not there, or has other figures than the value."""
    around = " ".join(" ".join(text.lines(shown)).split()).casefold()
    return [
        name
        for name, one in found.fields.items()
        if one.value is not None
        and (any(" ".join(part.split()).casefold() not in around for part in one.raw.split("\n")) or _other_figures(name, one))
    ]


def _other_figures(name, one):
    if name not in ("total_budget_sek", "esf_support_sek", "planned_participants"):
        return False
    return "".join(filter(str.isdigit, str(one.value))).rstrip("0") not in "".join(filter(str.isdigit, one.raw))


def somebody(found):
    """Return which parts of the contact person's name, address or number stand in a reading."""
    parts = (*PERSON.split(), "odla.", "gravlingsdotter", TELEPHONE[4:])
    return [part for part in parts if part in repr(found)]
