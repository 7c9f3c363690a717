"""Survey sheets: a row a respondent; columns hold the names of partners, or are partners with a mark in the cell."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from actormap.workspace.importing import cell_values, headings, matrix
from actormap.workspace.importing.cleaning import name_text, words
from actormap.workspace.importing.found import Found, FoundNode, FoundTie, Meaning, Spot
from actormap.workspace.importing.headings import ATTRIBUTE, IGNORED, PEOPLE
from actormap.workspace.importing.inputs import Grid, Line
from actormap.workspace.importing.own_words import SAID, TYPES
from actormap.workspace.reading.fuzzy import squeeze

_NUMBER = re.compile(r"[\s_(.#-]*\d{1,3}[\s).:]*$")
_BRACKET = re.compile(r"^(.*?)\s*\[(.+)\]\s*$", re.DOTALL)
_LONGEST_TYPE = 4  # words of a heading such as "samverkar med" that can stand between two names
_LONGEST_WORD = 40
_LONGEST_SCALE = 12  # different words, such as "varje vecka", that the cells of a scale may hold


@dataclass(frozen=True, slots=True)
class Survey:
    """The columns of a survey: which says who answers, which hold partners' names, and which are partners (place -> name)."""

    titles: tuple[str, ...]
    respondent: int
    named: tuple[int, ...]
    partners: Mapping[int, str]
    fields: Mapping[int, str]
    lines: Sequence[Line]
    question: str | None = None


def of(grid: Grid, given: Mapping[str, str]) -> Survey | None:
    """Return the survey that a sheet is, None if no column says who answers or none names partners."""
    for place, (_, titles) in enumerate(grid.lines[: headings.FIRST_ROWS]):
        if found := _of_heading(titles, grid.lines[place + 1 :], given):
            return found
    return None


def is_heading(titles: Sequence[str]) -> bool:
    """Return whether a row heads who answers or whom they name, and names nobody itself."""
    stems = [squeeze(_stem(title)) for title in titles[1:] if title]
    numbered = len(stems) > 1 and len(set(stems)) == 1 and squeeze(titles[1]) != stems[0]
    return numbered or any(_field(title) in ("respondent", "partner") for title in titles if title)


def _of_heading(titles: Sequence[str], lines: Sequence[Line], given: Mapping[str, str]) -> Survey | None:
    mapped = {squeeze(column): field for column, field in given.items()}
    fields = {place: mapped.get(squeeze(title)) or _field(title) for place, title in enumerate(titles)}
    # A column headed "Partner 1" that holds marks is a partner of that name.
    named = tuple(place for place, field in fields.items() if field == "partner" and not _is_marked(lines, place))
    fields |= {place: ATTRIBUTE for place, field in fields.items() if field == "partner" and place not in named}
    grid = {place: match for place, title in enumerate(titles) if (match := _BRACKET.match(title))}
    timed = "time" in fields.values()
    respondent = next((place for place, field in fields.items() if field == "respondent"), None)
    if respondent is None and (named or grid or timed):
        free = [place for place, field in fields.items() if field == ATTRIBUTE and place not in grid]
        # Where people name themselves and their organisation, the organisation is the actor.
        organisations = [place for place in free if any(part in squeeze(titles[place]) for part in words("organisations"))]
        respondent = next(iter(organisations or free), None)
        respondent = respondent if respondent is not None else next((p for p, title in enumerate(titles) if _names(title)), None)
    if respondent is None or not lines:
        return None
    marked = {place: name_text(match[2]) for place, match in grid.items()}
    if not named and not marked:
        marked = _columns_of_partners(
            titles, lines, [place for place, field in fields.items() if field == ATTRIBUTE and place != respondent]
        )
        if not marked:
            return None
    question = next((match[1] for match in grid.values()), "") or next((_stem(titles[place]) for place in named), "")
    return Survey(tuple(titles), respondent, named, marked, fields, lines, _type(question))


def _type(question: str) -> str | None:
    """Return the type of the ties that a question asks for: its own words, or what a whole sentence is about; None if that is unclear."""
    text = question.strip(" :?–-")
    squeezed = squeeze(text)
    first = squeeze(text.partition(" ")[0])
    if text and first not in words("questions") and len(text.split()) <= _LONGEST_TYPE:
        return text
    return next((f"{SAID}{name}" for name in TYPES if any(part in squeezed for part in words(name))), None)


def _is_marked(lines: Sequence[Line], place: int) -> bool:
    cells = [cells[place] for _, cells in lines if place < len(cells) and cells[place]]
    return bool(cells) and all(map(matrix.is_mark, cells))


def _names(title: str) -> bool:
    return headings.field_of(title, ("name", "source")) in ("name", "source")


def _field(title: str) -> str:
    if not title:
        return IGNORED
    field = headings.field_of(title, PEOPLE)
    field = field if field != ATTRIBUTE else headings.field_of(_stem(title), ("partner",))
    return "partner" if field == ATTRIBUTE and _asks_whom(title) else field


def _asks_whom(title: str) -> bool:
    """Return whether a heading is a question of whom somebody works with."""
    first, squeezed = squeeze(title.partition(" ")[0]), squeeze(title)
    return first in words("whom") and "[" not in title and any(part in squeezed for name in TYPES for part in words(name))


def _stem(title: str) -> str:
    return _NUMBER.sub("", title)


def _columns_of_partners(titles: Sequence[str], lines: Sequence[Line], places: Sequence[int]) -> dict[int, str]:
    """Return the columns headed by partners: those of marks, numbers or the few words of one scale, if they are two or more."""
    known = headings.node_fields()
    free = [place for place in places if headings.field_of(titles[place], known) == ATTRIBUTE]
    said = {place: {cells[place] for _, cells in lines if place < len(cells) and cells[place]} for place in free}
    scale = {cell for cells in said.values() for cell in cells if not matrix.is_mark(cell)}
    shared = len(scale) <= _LONGEST_SCALE and all(len(word) <= _LONGEST_WORD and "," not in word for word in scale)
    found = {place: name_text(titles[place]) for place in free if shared or all(map(matrix.is_mark, said[place]))}
    return found if len(found) > 1 else {}


def read(grid: Grid, survey: Survey) -> Found:
    """Return a tie for every partner that a respondent names or marks; who says so is its informant."""
    found = Found("survey", grid.spot)
    _meanings(found, survey)
    alone = len(survey.named) == 1
    whole = {squeeze(cells[survey.respondent]) for _, cells in survey.lines if survey.respondent < len(cells)}
    marked_by = _stated(survey)
    for name in survey.partners.values():
        found.nodes.append(FoundNode(replace(grid.spot, column=name), name=name))
    for number, cells in survey.lines:
        spot = replace(grid.spot, row=number)
        given = dict(enumerate(cells))
        who = name_text(given.get(survey.respondent, ""))
        if not who:
            found.leave_out(spot, "no_respondent", " | ".join(filter(None, cells)))
            continue
        found.nodes.append(FoundNode(spot, name=who))
        values = {"informant": who}
        if often := next((text for place, text in given.items() if survey.fields.get(place) == "frequency" and text), None):
            values["value"] = often
        for place in survey.named:
            for partner in cell_values.names(given.get(place, ""), commas=alone, whole=whole):
                found.ties.append(FoundTie(replace(spot, column=survey.titles[place]), who, partner, survey.question, True, values))
        for place, partner in survey.partners.items():
            _marked(found, replace(spot, column=survey.titles[place]), (who, partner), given.get(place, ""), survey, values, marked_by)
    if alone and any("," in dict(enumerate(cells)).get(survey.named[0], "") for _, cells in survey.lines):
        found.remark("cut_at_commas", column=survey.titles[survey.named[0]])
    if survey.question and survey.question.startswith(SAID):
        found.remark("asked_type", type=survey.question.removeprefix(SAID))
    return found


def _stated(survey: Survey) -> bool:
    """Return whether the numbers in the cells tell more than that there is a tie."""
    cells = [cells[place] for _, cells in survey.lines for place in survey.partners if place < len(cells)]
    return any(not cell_values.is_no(cell) and cell_values.number(cell) not in (None, 1) for cell in cells)


def _marked(found: Found, spot: Spot, ends: tuple[str, str], cell: str, survey: Survey, values: Mapping[str, str], scaled: bool) -> None:
    if cell_values.is_no(cell):
        return
    number = cell_values.number(cell)
    if number is not None and number < 0:
        found.leave_out(spot, "negative", cell)
        return
    said = cell_values.strength(found, spot, cell) if number is None or scaled else {}
    found.ties.append(FoundTie(spot, *ends, survey.question, True, {**values, **said}))


def _meanings(found: Found, survey: Survey) -> None:
    for place, title in enumerate(survey.titles):
        field = survey.fields.get(place, IGNORED)
        field = "respondent" if place == survey.respondent else "partner_column" if place in survey.partners else field
        if title:
            found.meanings.append(Meaning(found.spot, title, IGNORED if field in (ATTRIBUTE, "time") else field))
