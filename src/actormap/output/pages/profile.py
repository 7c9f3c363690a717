"""An actor explained in the reader's language: in sentences for the terminal, and as a page in Markdown with headings and tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from actormap.analysis.actor.profile import Explanation, ExplanationRow
from actormap.analysis.certainty.estimate import CertaintyRow
from actormap.analysis.composition.seated import PLANNED
from actormap.analysis.factors.use import STATES
from actormap.i18n import Texts
from actormap.model.vocabulary import Vocabulary
from actormap.output import excerpt, markdown, measure_words, page_text
from actormap.output.cells import Writer
from actormap.output.sentences import NAMED_AT_MOST
from actormap.output.terminal import PROGRAM, Terminal

LISTED = ("ranks", "factors", "gaps")  # sections whose sentences stand one by one


def sentences(explanation: Explanation, texts: Texts, vocabulary: Vocabulary | None = None, terminal: Terminal = PROGRAM) -> list[str]:
    """Return what there is to say of the actor, one sentence or two an item, in the order to read them.

    `vocabulary` gives the words for relationships and statuses, the shipped one unless another is passed.
    """
    return [sentence for section in sections(explanation, texts, vocabulary, terminal).values() for sentence in section]


def text(explanation: Explanation, writer: Writer, terminal: Terminal = PROGRAM) -> str:
    """Return the same sentences as text: what is told of one thing stands together, and what are many are a list."""
    told = sections(explanation, writer.texts, writer.vocabulary, terminal)
    opening = len(list(_part_taken(explanation, writer.texts)))
    blocks = [[*told["part"][:opening], *map(_item, told["part"][opening:])]]
    blocks += [list(map(_item, told[name])) if name in LISTED else [" ".join(told[name])] for name in told if name != "part" and told[name]]
    return "\n".join("".join(f"{line}\n" for line in block) for block in blocks)


def _item(sentence: str) -> str:
    return f"- {sentence}"


def page(explanation: Explanation, writer: Writer, terminal: Terminal = PROGRAM) -> str:
    """Return one page about the actor in Markdown: under each heading the sentences, then the numbers they speak of as a table."""
    told = sections(explanation, writer.texts, writer.vocabulary, terminal)
    parameters = explanation.context.parameters
    ranks = [(measure_words.word(writer.texts, measure), row) for measure, row in explanation.ranks.items()]
    sure = any(row["p_top"] is not None for _, row in ranks)
    lists = {"rows": explanation.rows, "sources": explanation.sources}
    more = {name: excerpt.more(len(rows), terminal, writer.texts) for name, rows in lists.items()}
    return markdown.render(
        "profile.md",
        e=explanation,
        told=told,
        ranks=ranks,
        sure=sure,
        share=_percent(explanation),
        most=terminal.most,
        more=more,
        p=parameters,
        t=writer.texts,
        w=writer,
    )


def sections(
    explanation: Explanation, texts: Texts, vocabulary: Vocabulary | None = None, terminal: Terminal = PROGRAM
) -> Mapping[str, list[str]]:
    """Return the same sentences by what they are about: part, basis, alone, ranks, company, factors, gaps."""
    name = explanation.subject["name"]
    venues = list(_venues(explanation, texts, vocabulary or Vocabulary.load()))
    return {
        "part": [*_part_taken(explanation, texts), *excerpt.lines(venues, terminal, texts)],
        "basis": list(_basis(explanation, texts)),
        "alone": list(_alone(explanation, texts, terminal)),
        "ranks": list(_ranks(explanation, texts)),
        "company": list(_company(explanation, texts)),
        "factors": list(_factors(explanation, texts)),
        "gaps": [_gap(gap, note, name, explanation.focal or "", texts) for gap, note in explanation.gaps],
    }


def _gap(gap: str, note: str | None, name: str, network: str, texts: Texts) -> str:
    if note is None:
        return texts(f"explain.gap.{gap}", name=name, network=network)
    tasks = ", ".join(texts.entries.get(f"words.note.{task}", task) for task in note.split(", "))
    return texts("explain.task_without_seat", name=name, network=network, tasks=tasks)


def _part_taken(explanation: Explanation, texts: Texts) -> Iterator[str]:
    name = explanation.subject["name"]
    if explanation.asked != explanation.subject["id"]:
        yield texts("explain.unit", unit=explanation.asked_name, name=name)
    if not explanation.rows:
        yield texts("explain.takes_part_in_nothing", name=name)
        return
    yield texts("explain.takes_part", name=name, n=explanation.venues, of=explanation.all_venues)
    planned = sum(_planned(list(together)) for _, together in groupby(explanation.rows, key=lambda row: row["id"]))
    if planned:
        yield texts("explain.planned", n=planned)


def _venues(explanation: Explanation, texts: Texts, vocabulary: Vocabulary) -> Iterator[str]:
    """Yield a sentence for each venue, in which the ties to it stand together."""
    name = explanation.subject["name"]
    for _, together in groupby(explanation.rows, key=lambda row: row["id"]):
        rows = list(together)
        others = rows[0]["others"]
        entry = f"{'row_planned' if _planned(rows) else 'row'}{'' if others else '_alone'}"
        yield texts(f"explain.{entry}", name=name, ties=_ties(rows, texts, vocabulary), n=others)


def _planned(rows: Sequence[ExplanationRow]) -> bool:
    """Return whether all that ties an actor to a venue is only planned."""
    return all(row["status"] == PLANNED for row in rows)


def _basis(explanation: Explanation, texts: Texts) -> Iterator[str]:
    if not explanation.rows:
        return
    implied = round(100 * (explanation.implied or 0))
    documents = texts("explain.documents", n=len(explanation.documents)) if explanation.documents else texts("explain.no_document")
    soft = "rests_planned" if any(row["status"] == PLANNED for row in explanation.rows) else "rests"
    yield texts(f"explain.{soft}" if implied else "explain.rests_stated", n=explanation.statements, documents=documents, implied=implied)


def _alone(explanation: Explanation, texts: Texts, terminal: Terminal) -> Iterator[str]:
    name = explanation.subject["name"]
    if explanation.cut_off:
        yield texts("explain.alone", name=name, names=page_text.apart(excerpt.names(explanation.cut_off, terminal, texts)))
    elif explanation.rows:
        yield texts("explain.not_alone", name=name)


def _ties(rows: Sequence[ExplanationRow], texts: Texts, vocabulary: Vocabulary) -> str:
    """Return in words what ties an actor to one venue; what holds of several sub-projects is said once, with the firmest status."""
    statuses: dict[tuple[str, str | None, str | None], list[str]] = {}
    for row in rows:
        statuses.setdefault((row["type"], row["role"], row["by"]), []).append(row["status"])
    told = [
        texts(
            "explain.tie",
            does=texts.pick(vocabulary.type(type_))[0],
            venue=rows[0]["name"],
            role=texts("explain.role", role=role) if role else "",
            by=texts("explain.by", unit=unit) if unit else "",
            status=_how(vocabulary.best(found), texts, vocabulary),
        )
        for (type_, role, unit), found in statuses.items()
    ]
    return texts("explain.and").join([page_text.between(told).join(told[:-1]), told[-1]] if told[:-1] else told)


def _how(status: str, texts: Texts, vocabulary: Vocabulary) -> str:
    """Return how firmly something is said, as it stands after a sentence: a workspace's own statuses by their names."""
    return texts(f"explain.status.{status}") if texts.says(f"explain.status.{status}") else texts.pick(vocabulary.statuses[status])


def _ranks(explanation: Explanation, texts: Texts) -> Iterator[str]:
    """Yield what there is to say of the place by each measure."""
    for measure, row in explanation.ranks.items():
        yield " ".join(_ranked(explanation, texts, measure, row))


def _ranked(explanation: Explanation, texts: Texts, measure: str, row: CertaintyRow) -> Iterator[str]:
    name = explanation.subject["name"]
    yield _rank(explanation, texts, measure, row)
    if row["p_top"] is not None:
        share = round(100 * row["p_top"])
        entry = {0: "explain.top_hardly", 100: "explain.top_surely"}.get(share, "explain.top")
        yield texts(entry, name=name, top=explanation.context.parameters["top"], share=share)
        yield _alike(explanation.alike[measure], texts, sure=row["may_be"] == row["place"] and row["place"].isdecimal())
    if row["stated_rank"] is None:
        yield texts("explain.not_stated", name=name)
    elif row["stated_rank"] != row["rank"]:
        yield texts("explain.stated", place=_place(row["stated_place"] or "", texts))


def _rank(explanation: Explanation, texts: Texts, measure: str, row: CertaintyRow) -> str:
    told = {
        "measure": measure_words.word(texts, measure),
        "place": _place(row["place"], texts),
        "of": texts.number(explanation.of_actors),
    }
    if row["may_be"] is None:
        return texts("explain.rank_unknown", **told)
    if row["may_be"] == row["place"]:
        return texts("explain.rank_sure", share=_percent(explanation), **told)
    return texts("explain.rank", **told, may_be=row["may_be"])


def _percent(explanation: Explanation) -> float:
    """Return how many per cent of the statements are left out each time."""
    return round(100 * float(explanation.context.parameters["share"]), 1)


def _place(place: str, texts: Texts) -> str:
    return texts("explain.place" if place.isdecimal() else "explain.shared", rank=place)


def _alike(names: Sequence[str], texts: Texts, *, sure: bool = False) -> str:
    """Return whose places cannot be told from an actor's; where its own is sure and not shared, it is theirs that are not."""
    if not names:
        return texts("explain.alike_none")
    alike = "explain.alike_still" if sure else "explain.alike"
    if len(names) > NAMED_AT_MOST:
        return texts(f"{alike}_many", n=len(names))
    return texts(alike, names=page_text.apart(names))


def _factors(explanation: Explanation, texts: Texts) -> Iterator[str]:
    for state in STATES:
        names = [name for name, found in explanation.factors if found == state]
        rest = len(names) - NAMED_AT_MOST
        told = [*names[:NAMED_AT_MOST], texts("explain.factors.more", n=rest)] if rest > 1 else names
        if told:
            yield texts(f"explain.factors.{state}", name=explanation.subject["name"], names=page_text.apart(told))


def _company(explanation: Explanation, texts: Texts) -> Iterator[str]:
    name = explanation.subject["name"]
    if explanation.meets:
        yield texts("explain.meets", name=name, n=explanation.meets)
    if explanation.shares_most:
        others = [texts("explain.shares_with", name=other, n=times) for _, other, times in explanation.shares_most]
        yield texts("explain.shares", name=name, names=page_text.apart(others))
