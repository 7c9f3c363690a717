"""Claims about whom running text names: nobody is shown, whatever the way in which they are named, and what names nobody is left alone.

None of the people exists, and the numbers are of those set aside for fiction.
"""

from __future__ import annotations

import pytest

from actormap.workspace.coding.task import CodedPage
from actormap.workspace.pages import page, text
from actormap.workspace.pages.contact import LEFT_OUT, PageContacts
from actormap.workspace.texts import page_text, people
from tests.workspace.pages import samples
from tests.workspace.texts.small import NAMES, SNAPSHOT, VOCABULARY

NOBODY = PageContacts((), frozenset())
BESIDE = "Lerums kommun deltar i projektet tillsammans med Arbetsförmedlingen."
WAYS = (
    (
        "Kontakta Torvald Kvistgren på 070-174 06 35.",
        (
            "Torvald",
            "Kvistgren",
            "174",
        ),
    ),
    (
        "Vill du veta mer, kontakta Anna på 0701740635.",
        (
            "Anna",
            "1740635",
        ),
    ),
    (
        "För mer information: T. Kvistgren, tfn 031 - 390 06 07.",
        (
            "Kvistgren",
            "390",
        ),
    ),
    (
        "Projektledare är Isadora Blåvinge-Stenlund (isadora.blavinge(at)example.se).",
        (
            "Isadora",
            "Blåvinge",
            "Stenlund",
            "blavinge",
        ),
    ),
    (
        "Skriv till isadora . blavinge @ example . se om du undrar.",
        (
            "isadora",
            "blavinge",
        ),
    ),
    (
        "Skriv till isadora.blavinge [snabel-a] example.se.",
        (
            "isadora",
            "blavinge",
        ),
    ),
    (
        "E-post: torvald punkt kvistgren snabela example punkt se",
        (
            "torvald",
            "kvistgren",
        ),
    ),
    ("Nås på +46 70 174 06 36 eller +46(0)70.174.06.37.", ("174",)),
    ("Ring 0046 70 1740638 på vardagar.", ("1740638",)),
    ("Ring 070.174.06.39 eller 070/174 06 40 eller (070) 174 06 41.", ("174",)),
    ("Telefon 031.390.06.08 eller tel.: 031–390 06 09.", ("390",)),
    (
        "Frågor besvaras av T.K. Kvistgren-Ljung.",
        (
            "Kvistgren",
            "Ljung",
        ),
    ),
    (
        "Ansvarig: Kvistgren, Torvald",
        (
            "Kvistgren",
            "Torvald",
        ),
    ),
    (
        "Text: Torvald Kvistgren. Foto: Isadora Blåvinge.",
        (
            "Torvald",
            "Kvistgren",
            "Isadora",
            "Blåvinge",
        ),
    ),
    (
        "© 2020 Insjön | Torvald Kvistgren | 031-390 06 05",
        (
            "Torvald",
            "Kvistgren",
            "390",
        ),
    ),
    (
        "Arbetet leds av en pedagog (Torvald Kvistgren, projektledare).",
        (
            "Torvald",
            "Kvistgren",
        ),
    ),
    (
        "Verksamhetschef Torvald von Kvistgren har godkänt planen.",
        (
            "Torvald",
            "Kvistgren",
        ),
    ),
    (
        "Vi som arbetar här är Anna, Erik och Fatima.",
        (
            "Anna",
            "Erik",
            "Fatima",
        ),
    ),
    (
        "Bästa hälsningar\nTorvald Kvistgren\nProjektledare",
        (
            "Torvald",
            "Kvistgren",
        ),
    ),
    (
        "Med vänlig hälsning\n\nIsadora Blåvinge",
        (
            "Isadora",
            "Blåvinge",
        ),
    ),
    (
        "TORVALD KVISTGREN, PROJEKTLEDARE",
        (
            "TORVALD",
            "KVISTGREN",
        ),
    ),
    (
        "Mejla mailto:torvald.kvistgren@example.se",
        (
            "torvald",
            "kvistgren",
        ),
    ),
    (
        "Läs mer på linkedin.com/in/torvald-kvistgren eller skype: torvald.kvistgren",
        (
            "torvald",
            "kvistgren",
        ),
    ),
    ("Deltagaren 19850709-1235 skrevs in.", ("1235",)),
    (
        "Skriv till torvald.kvistgren@example.\nse så svarar vi.",
        (
            "torvald",
            "kvistgren",
        ),
    ),
    (
        "Kontakt:\nTorvald Kvistgren\n031-390 06 05",
        (
            "Torvald",
            "Kvistgren",
            "390",
        ),
    ),
    (
        "– Det går bra, säger Torvald Kvistgren som är coach.",
        (
            "Torvald",
            "Kvistgren",
        ),
    ),
    (
        "– Det går bra, säger projektets Isadora Blåvinge.",
        (
            "Isadora",
            "Blåvinge",
        ),
    ),
    (
        "Enligt Anna Kvistgrens rapport gick det bra.",
        (
            "Anna",
            "Kvistgren",
        ),
    ),
    (
        "Ring Torvald (vx 031-390 06 00, ankn 605).",
        (
            "Torvald",
            "390",
        ),
    ),
    (
        "Handläggare hos Svenska ESF-rådet: Isadora Blåvinge, 08-579 171 20",
        (
            "Isadora",
            "Blåvinge",
            "171",
        ),
    ),
    (
        "Torvald Kvistgren (projektledare) och Isadora Blåvinge (ekonom) tar emot.",
        (
            "Torvald",
            "Kvistgren",
            "Isadora",
            "Blåvinge",
        ),
    ),
    (
        "Dr Torvald Kvistgren vid Insjöns högskola följer projektet.",
        (
            "Torvald",
            "Kvistgren",
        ),
    ),
    ("Prof. T Kvistgren följer projektet.", ("Kvistgren",)),
    (
        "Erik Blåvinge har skrivit slutrapporten.",
        (
            "Erik",
            "Blåvinge",
        ),
    ),
    (
        "Rapporten är skriven av Isadora Blåvinge och Torvald Kvistgren.",
        (
            "Isadora",
            "Blåvinge",
            "Torvald",
            "Kvistgren",
        ),
    ),
    (
        "Hör av dig till Maria Blåvinge eller Johan af Kvistgren.",
        (
            "Maria",
            "Blåvinge",
            "Johan",
            "Kvistgren",
        ),
    ),
    ("Vår samordnare heter Maria.", ("Maria",)),
    (
        "Kontaktpersoner: Anna K. Blåvinge, 0705\u2011174 063 och E. Kvistgren",
        (
            "Anna",
            "Blåvinge",
            "174",
            "Kvistgren",
        ),
    ),
    (
        "Mobil: 0739 17 40 63 (Isadora)",
        (
            "Isadora",
            "17 40",
        ),
    ),
    (
        "Tel 031-3900605, fax 031-3900606",
        (
            "3900605",
            "3900606",
        ),
    ),
    (
        "Vid frågor: Torvald.Kvistgren@example.se",
        (
            "Torvald",
            "Kvistgren",
        ),
    ),
    (
        "Ungdomscoachen Torvald K och läraren Isadora B träffar eleverna.",
        (
            "Torvald",
            "Isadora",
        ),
    ),
    ("Deltagaren Omar, 19 år, fick praktik.", ("Omar",)),
)


def paged(number, said):
    """Return a page of one of the layouts, in turn, that says something in its running text."""
    return samples.page(samples.LAYOUTS[number % len(samples.LAYOUTS)], body=(samples.BODY[0], "", said, "", BESIDE))


@pytest.mark.parametrize(("number", "said", "secrets"), [(number, *way) for number, way in enumerate(WAYS)])
def test_nobody_is_read_shown_to_a_coder_or_mentioned(number, said, secrets, tmp_path):
    file = tmp_path / "page.txt"
    file.write_text(paged(number, said), encoding="utf-8")
    lines = text.lines(file.read_text(encoding="utf-8"))
    coded = CodedPage.read(file).lines
    told = page_text.read(lines, SNAPSHOT, VOCABULARY, project="bron", names=NAMES)
    for shown in (repr(page.read("page.txt", lines)), "\n".join(coded), told.running.text, repr((told.mentions, told.candidates))):
        assert [secret for secret in secrets if secret in shown] == []
    assert (len(coded), BESIDE in coded, "Lerum" in told.running.text) == (len(lines), True, True)


@pytest.mark.parametrize(
    "said",
    [
        *("Samordnare Göteborgs Stad och projektledare Region Halland.", "Sankt Eriks gymnasium deltar.", "Maria församling är med."),
        *("Projektet pågick 2019-02-01 00:00:00 och kostade 12 345 678 kronor.", "Läs om Bron på www.example.se/unga.", "Se 08:30-16:00."),
        *("Diarienummer 2019/00777, programområde 2.1, 45 60 deltagare.", "Alf-projektet och Kim-modellen prövas i Mark."),
    ],
)
def test_what_names_nobody_stays_as_it_is(said):
    assert people.without([said], NOBODY) == (said,)


def test_what_lies_over_several_lines_is_left_out_of_each_and_no_line_is_lost():
    assert people.without(["Skriv till torvald.kvistgren@example.", "se i tid.", "Hej"], NOBODY) == (
        f"Skriv till {LEFT_OUT}",
        " i tid.",
        "Hej",
    )


def test_who_is_named_in_full_once_is_nobody_by_one_name_either():
    assert people.without(["Projektledare är Torvald Kvistgren.", "Torvalds arbete börjar."], NOBODY) == (
        f"Projektledare är {LEFT_OUT}.",
        f"{LEFT_OUT} arbete börjar.",
    )


def test_whom_an_address_of_the_page_spells_is_left_out_by_name():
    named = [(start, end) for start, end in people.spans("Så gör Ödla Grävling det här.", (), {"odla-gravling"})]
    assert (7, 20) in named


@pytest.mark.parametrize("rest", ["Insjön-390 06 05", "odla.gravling@", "@example.", "odla.grav-ling@exa|ple.se"])
def test_a_text_with_what_is_left_of_a_number_or_an_address_is_left_out_whole(rest):
    assert NOBODY.without(f"Kansliet {rest}") == LEFT_OUT


@pytest.mark.parametrize(
    ("lines", "left"),
    [
        (
            ("I arbetet ute i de tre kommunerna deltog projektledare Torvald", "Kvistgren från kansliet."),
            (f"I arbetet ute i de tre kommunerna deltog projektledare {LEFT_OUT}", " från kansliet."),
        ),
        (
            ("Den som har frågor om arbetet kan kontakta Torvald Kvist-", "gren på kansliet."),
            (f"Den som har frågor om arbetet kan kontakta {LEFT_OUT}", " på kansliet."),
        ),
        (
            ("Den som vill veta mer om hur arbetet har gått kan läsa om Anna", "Målgrupp"),
            (f"Den som vill veta mer om hur arbetet har gått kan läsa om {LEFT_OUT}", ""),
        ),
        (("Arbetet leddes av Vara", "Lerums kommun deltog."), ("Arbetet leddes av Vara", "Lerums kommun deltog.")),
    ],
)
def test_a_name_that_the_end_of_a_line_breaks_is_left_out_and_the_lines_stay_as_many(lines, left):
    assert people.without(lines, NOBODY) == left
