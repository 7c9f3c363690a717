"""Reads a workspace, or several that are joined as one graph, with everything that is wrong with them and what they say differently."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from actormap.errors import InvalidVocabulary, several
from actormap.model import graph_settings
from actormap.model.graph_settings import COMPARE, REPORT
from actormap.model.vocabulary import Vocabulary
from actormap.workspace.combination import places, records
from actormap.workspace.identity import application
from actormap.workspace.problems import Fault, Findings, Problem
from actormap.workspace.reading import read as reading
from actormap.workspace.schema import rows
from actormap.workspace.workspace import Workspace

if TYPE_CHECKING:
    from actormap.workspace.reading.course import Progress

_FEW = 3  # ids that one sentence names; the others are counted
_BETWEEN = "/"  # the name of a workspace and that of its file, where there are several


def read(where: str | Path, progress: Progress | None = None) -> Workspace:
    """Return the workspace at a place, or those that a text joins (`gria+esf`) as one, with all their problems.

    Of several that are joined the first gives title, language, view and rules, and is right where they differ; the network in focus is
    that of the first that has one, and so are the projects that a report compares with. Records with the same id are one, the judgements of
    each hold for all, and a column that is internal in one of them is so in the whole. Nothing is written into any of them. `progress` is
    told how many rows of a workbook are read.
    Raises `InputError` if there is nothing to read: no such path, or a workbook that cannot be opened. All else is a problem.
    """
    named = places.several(where)
    return _joined(named, [reading.read(place, progress) for place in named]) if named else reading.read(where, progress)


def _joined(named: Sequence[str], each: Sequence[Workspace]) -> Workspace:
    titles = _titles(named)
    findings = Findings()
    combined = records.combine([(title, workspace.snapshot) for title, workspace in zip(titles, each, strict=True)])
    for alike in _alike(combined.differing):
        _tell(alike, findings)
    words, vocabulary = _words(titles, each, findings)
    judged = tuple(judgement for workspace in each for judgement in workspace.judgements)
    held = application.apply(combined.snapshot, judged, vocabulary, f"{rows.IDENTITY}.csv", findings, whole=False)
    first = each[0]
    return replace(
        first,
        focal_network=next((held.first.get(id_, id_) for workspace in each if (id_ := workspace.focal_network)), None),
        store=None,
        internal=tuple(dict.fromkeys(column for workspace in each for column in workspace.internal)),
        settings=_settings(each),
        words=words,
        vocabulary=vocabulary,
        snapshot=held.snapshot,
        judgements=judged,
        outlines=tuple(dict.fromkeys(outline for workspace in each for outline in workspace.outlines)),
        problems=(*_problems(titles, each), *findings.in_order()),
        files=tuple(
            sorted(
                (f"{title}{_BETWEEN}{name}", mark) for title, workspace in zip(titles, each, strict=True) for name, mark in workspace.files
            )
        ),
        base=None,
        workbook=None,
        settings_file=None,
        builtin=False,
        joined=tuple(named),
    )


def _settings(each: Sequence[Workspace]) -> Mapping[str, Any]:
    """Return the settings of the first, with the projects that a report of one of the others compares with, if its own names none."""
    reports = [found for workspace in each if isinstance(found := workspace.settings.get(REPORT), Mapping)]
    compared = next((report[COMPARE] for report in reports if COMPARE in report), None)
    if compared is None:
        return each[0].settings
    own = each[0].settings.get(REPORT)
    return {**each[0].settings, REPORT: {**(own if isinstance(own, Mapping) else {}), COMPARE: compared}}


def _titles(named: Sequence[str]) -> list[str]:
    found = [places.name(place) for place in named]
    return [title if found.count(title) == 1 else f"{title} ({number})" for number, title in enumerate(found, start=1)]


def _problems(titles: Sequence[str], each: Sequence[Workspace]) -> Iterator[Problem]:
    for title, workspace in zip(titles, each, strict=True):
        for problem in workspace.problems:
            yield replace(problem, file=f"{title}{_BETWEEN}{problem.file}")


def _alike(differing: Sequence[records.Disagreement]) -> Iterator[list[records.Disagreement]]:
    """Yield disagreements that differ in nothing but the record together; one that must be mended stands alone."""
    kinds: dict[records.Disagreement, list[records.Disagreement]] = {}
    for found in differing:
        kinds.setdefault(found if found.other_table else replace(found, id=""), []).append(found)
    yield from kinds.values()


def _tell(alike: Sequence[records.Disagreement], findings: Findings) -> None:
    found, ids = alike[0], several([each.id for each in alike], most=_FEW)
    file = f"{found.place}{_BETWEEN}{found.table}.csv"
    if found.other_table:
        findings.error(file, None, "id", ids, Fault("joined_unlike", first=found.first, table=found.other_table))
    else:
        findings.warn(file, None, ", ".join(found.columns), ids, Fault("joined_otherwise", first=found.first, n=len(alike)))


def _words(titles: Sequence[str], each: Sequence[Workspace], findings: Findings) -> tuple[Mapping[str, Any], Vocabulary]:
    """Return the words of all, and the vocabulary that they extend; of what two say differently the first holds."""
    words: Mapping[str, Any] = each[0].words
    for title, workspace in zip(titles[1:], each[1:], strict=True):
        for name in _clashing(words, workspace.words):
            findings.warn(f"{title}{_BETWEEN}actormap.toml", None, name, None, Fault("joined_words", first=titles[0]))
        words = graph_settings.union(workspace.words, words)
    try:
        return words, Vocabulary.load(words)
    except InvalidVocabulary as error:
        findings.error(f"{titles[-1]}{_BETWEEN}actormap.toml", None, None, None, Fault("bad_vocabulary", detail=str(error)))
        return each[0].words, each[0].vocabulary


def _clashing(one: Mapping[str, Any], other: Mapping[str, Any], above: str = "") -> Iterator[str]:
    for key, value in other.items():
        here, name = one.get(key), f"{above}{key}"
        if isinstance(here, Mapping) and isinstance(value, Mapping) and not (_is_word(here) or _is_word(value)):
            yield from _clashing(here, value, f"{name}.")
        elif here is not None and here != value:
            yield name


def _is_word(table: Mapping[str, Any]) -> bool:
    return not all(isinstance(value, Mapping) for value in table.values())
