"""Documents that hold every block, and what could break a writer."""

from __future__ import annotations

from pathlib import Path

from actormap.output.document.blocks import (
    AnswerSpace,
    Bullets,
    DataTable,
    Figure,
    KeyFigure,
    KeyFigures,
    PageBreak,
    Paragraph,
    SectionHeading,
    TableCell,
)
from actormap.output.document.inline import Link, Note, Strong, line
from actormap.output.document.publication import Publication

SVG = (Path(__file__).parent / "three_nodes.svg").read_text(encoding="utf-8")
REPORT, MINUTES = "Projektrapport 2016, s. 4", "Protokoll, rad 3"
HOSTILE = (
    "a #hash *star* _under_ $dollar$ back\\slash <b>tag</b> & &amp; \"quote\" 'single' @at `tick` [square] {curly} ~tilde~ // --- "
    "${x} #{y} {{ jinja }} {% raw %} åäö ÅÄÖ é “” – — … \u00a0· § € ≥ −"
)
LONG_WORD = "kommunsamverkansöverenskommelse" * 12


def cell(words, number=None):
    return TableCell(line(words), number)


def every_block():
    """Return a document in Swedish as a municipality would send it on, with every block."""
    table = DataTable(
        "Kommuner och hur många nätverk de deltar i",
        ("Kommun", "Nätverk", "Roll", "Andel"),
        (
            (
                cell("Partille"),
                cell("12", 12),
                TableCell(line("Värd för ", Strong("två"), Note(MINUTES))),
                cell("48 %", 0.48),
            ),
            (cell("Mölndal"), cell("9", 9), cell("Deltar"), cell("36 %", 0.36)),
            (cell("Härryda"), cell("1 234,5", 1234.5), TableCell(()), cell("–")),
        ),
    )
    seen = DataTable("Vad bilden visar", ("Nod", "Kopplingar"), ((cell("Partille"), cell("1", 1)), (cell("Mölndal"), cell("1", 1))))
    return Publication(
        "Vilka möts kring unga utanför skolan?",
        "sv",
        "2026-11-30",
        (
            Paragraph(
                line("Två kommuner håller ihop nätverket. ", Strong("Besluta före sommaren"), " vem som tar över."),
                lead=True,
            ),
            SectionHeading(1, "Sammanfattning"),
            Paragraph(
                line(
                    "Källorna visar tolv nätverk",
                    Note(REPORT),
                    ". Ett av dem slutar i juni",
                    Note(MINUTES),
                    ".",
                )
            ),
            KeyFigures(
                (
                    KeyFigure("13", "kommuner", "så många ingår i regionen"),
                    KeyFigure("4", "nätverk", "där minst två möts"),
                    KeyFigure("48 %", "vet"),
                )
            ),
            Bullets((line("Utse en värd för nätverket."), line("Fråga ", Strong("Härryda"), " om de vill delta.")), ordered=True),
            SectionHeading(1, "Nuläge"),
            SectionHeading(2, "Aktörer"),
            Paragraph(line("Läs mer i ", Link("regionens plan för unga", "https://example.org/plan?a=1&b=2"), ".")),
            Bullets((line("Kommuner"), line("Myndigheter", Note(REPORT)), line("Föreningar"))),
            table,
            SectionHeading(3, "Vilka som saknas"),
            Paragraph(line("Ingen källa nämner elevhälsan. Det är en fråga att ställa, inte ett svar.")),
            SectionHeading(4, "Elevhälsan"),
            Paragraph(line("Fråga rektorerna.")),
            SectionHeading(1, "Karta"),
            Figure(
                SVG,
                "Partille och Mölndal möts i nätverket",
                "Två kommuner, Partille och Mölndal, har var sin koppling till nätverket.",
                seen,
            ),
            PageBreak(),
            SectionHeading(1, "Riktlinjer"),
            AnswerSpace("Vad säger arbetsgruppen själv?"),
            SectionHeading(1, "Metod"),
            Paragraph(line("Allt räknas av samma underlag.")),
        ),
        subject="Nätverk, projekt och nyckelaktörer i tretton kommuner",
        publisher="Göteborgsregionen",
    )


def hostile(rows=2):
    """Return a document whose every text holds signs that mean something to some writer, and a word that fits in no line."""
    said = line(HOSTILE, Strong(HOSTILE), Link(HOSTILE, 'https://example.org/?q="<x>&y=[1](2)#\\'), Note(HOSTILE))
    body = tuple((TableCell(said), TableCell(line(LONG_WORD)), TableCell(line(str(n)), n)) for n in range(rows))
    return Publication(
        HOSTILE,
        "en",
        "2026-11-30",
        (
            Paragraph(said, lead=True),
            SectionHeading(1, HOSTILE),
            Paragraph(line("- no list")),
            Paragraph(line("1. no list")),
            Paragraph(line("= no heading")),
            Bullets((said, line(LONG_WORD))),
            KeyFigures((KeyFigure(HOSTILE, HOSTILE, HOSTILE),)),
            DataTable(HOSTILE, (HOSTILE, "Long", "n"), body),
            Figure(SVG, HOSTILE, HOSTILE),
            AnswerSpace(HOSTILE),
        ),
        subject=HOSTILE,
        publisher=HOSTILE,
    )
