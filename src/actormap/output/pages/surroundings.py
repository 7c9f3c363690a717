"""A network, a project or a theme explained in the reader's language: what it is, and who and what has to do with it, in sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from actormap.analysis.actor.surroundings import OUT, Surroundings
from actormap.analysis.factors.carriers import Carriers
from actormap.analysis.factors.use import RUNNING, STATES, UNKNOWN
from actormap.i18n import Texts
from actormap.output import markdown, page_text
from actormap.output.cells import Writer

MOST = 20


def write(found: Surroundings, writer: Writer, as_markdown: bool, most: int = MOST, carriers: Carriers | None = None) -> str:
    """Return the sentences, one a line, or in Markdown below the name as a heading; `most` is how many names are told in each.

    `carriers` are who carries it, if it is a method or a factor.
    """
    told = [*sentences(found, writer, most)]
    if carriers:
        told[-1:-1] = _carried(carriers, found.subject["name"], writer, most)
    if not as_markdown:
        first, *others = told
        return f"{first}\n\n" + "".join(f"- {sentence}\n" for sentence in others)
    said = "".join(f"- {markdown.escape(sentence)}\n" for sentence in told)
    return f"# {markdown.escape(found.subject['name'])}\n\n{said}"


def sentences(found: Surroundings, writer: Writer, most: int = MOST) -> Iterator[str]:
    """Yield what there is to say, in the order to read it."""
    texts, about = writer.texts, found.subject
    name = about["name"]
    kind = (
        str(texts.pick(writer.vocabulary.kind(about["node"], about["kind"]))[0])
        if about["node"] in writer.vocabulary.kinds
        else about["kind"]
    )
    yield texts("surroundings.is", name=name, kind=kind)
    if about["aliases"]:
        yield texts("surroundings.aliases", names=page_text.apart(about["aliases"]))
    if about.get("status") in writer.vocabulary.network_statuses:
        yield texts("surroundings.status", status=texts.pick(writer.vocabulary.network_statuses[about["status"]]))
    begins, ends = about.get("valid_from") or about.get("start"), about.get("valid_to") or about.get("end")
    if begins or ends:
        yield texts(f"surroundings.{'period' if begins and ends else 'since' if begins else 'until'}", begins=begins, ends=ends)
    if about.get("purpose"):
        yield texts("surroundings.purpose", purpose=about["purpose"].rstrip("."))
    for (type_, way), rows in groupby(found.rows, key=lambda row: (row["type"], row["way"])):
        names = list(dict.fromkeys(row["name"] for row in rows))
        verb = texts.pick(writer.vocabulary.type(type_))[0 if way == OUT else 1]
        shown = _shown(names, texts, most)
        key = "relation" if len(names) == 1 else "relations"
        yield texts(f"surroundings.{key}", name=name, verb=verb, number=len(names), names=shown)
    if found.rows:
        documents = texts("explain.documents", n=found.documents) if found.documents else texts("explain.no_document")
        implied = round(100 * (found.implied or 0))
        yield texts("explain.rests" if implied else "explain.rests_stated", n=found.statements, documents=documents, implied=implied)
    else:
        yield texts("surroundings.nothing", name=name)


def _carried(carriers: Carriers, name: str, writer: Writer, most: int) -> Iterator[str]:
    """Yield who carries a method or factor today, before, and of whom it is not known."""
    names = {state: [row["name"] for row in carriers.rows if row["state"] == state] for state in STATES}
    if not names[RUNNING] and not names[UNKNOWN]:
        yield writer.texts("surroundings.carried.nobody", name=name)
    for state in STATES:
        if names[state]:
            few = len(names[state]) <= most + 1
            told = page_text.listed(names[state], writer.texts) if few else _shown(names[state], writer.texts, most)
            yield writer.texts(f"surroundings.carried.{state}", name=name, names=told)


def _shown(names: Sequence[str], texts: Texts, most: int) -> str:
    rest = len(names) - most
    return page_text.apart(names[:most] if rest > 1 else names) + (texts("surroundings.more", n=rest) if rest > 1 else "")
