"""How far coders agree, question by question, and on what they do not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any, ClassVar, TypedDict

from actormap.analysis.coding.coefficients import cohen_kappa, interval, krippendorff_alpha, nominal, ordinal
from actormap.analysis.result import Context, Result
from actormap.errors import UnknownName
from actormap.model.choices import CODED_UNITS
from actormap.model.coding import NOT_MEASURED, SILENT, CodedAnswer, SetQuestion
from actormap.model.records import Snapshot

SOURCE, PROJECT = CODED_UNITS
NOBODY = ""
FREE, NUMBER, ORDINAL = "free", "number", "ordinal"

Unit = tuple[str, str | None]


class AgreementRow(TypedDict):
    """A row of `Agreement`."""

    question: str
    question_name: str
    scale: str
    coders: list[str]
    coded: int
    coded_by_several: int
    agreed: int
    kappa: float | None
    alpha: float | None
    alpha_ordered: float | None
    in_two_ways: int


class DisagreementRow(TypedDict):
    """A row of `Disagreements`."""

    question: str
    question_name: str
    project: str
    project_name: str
    document: str | None
    coded: list[str]
    locators: list[str]


@dataclass(frozen=True)
class Disagreements(Result[DisagreementRow]):
    """What coders have coded otherwise, unit by unit: `coded` is each coder's answer, `locators` where each has found it."""

    name: ClassVar[str] = "disagreements"
    about: ClassVar[tuple[str, ...]] = ("question", "question_name", "project", "project_name")
    for_programs: ClassVar[tuple[str, ...]] = ("project",)
    header: ClassVar[tuple[str, ...]] = tuple(DisagreementRow.__annotations__)


@dataclass(frozen=True)
class Agreement(Result[AgreementRow]):
    """How far coders agree on each question that two of them have coded; free texts cannot be compared and are left out.

    `coded` units have an answer, `coded_by_several` have one by two coders or more, and on `agreed` of these all gave the same. `kappa` is
    Cohen's, where there are just two coders; `alpha` Krippendorff's, nominal, with *silent* and *not measured* as answers like others;
    `alpha_ordered` Krippendorff's ordinal (of numbers interval) over the answers that have a place in the order. `in_two_ways` are
    the units that some coder has answered twice, and not alike.
    """

    name: ClassVar[str] = "agreement"
    about: ClassVar[tuple[str, ...]] = ("question", "question_name")
    header: ClassVar[tuple[str, ...]] = tuple(AgreementRow.__annotations__)

    coders: int = 0
    disagreements: Disagreements | None = None

    def figures(self) -> Mapping[str, Any]:
        """Return how many coders there are, also of what one alone has coded, and how much two or more of them have coded."""
        several = sum(row["coded_by_several"] for row in self.rows)
        agreed = sum(row["agreed"] for row in self.rows)
        return {"coders": self.coders, "coded_by_several": several, "agreed": agreed}


def find(snapshot: Snapshot, lang: str, *, unit: str = SOURCE, wanted: Sequence[str] = ()) -> Agreement:
    """Return how far coders agree; what is coded is a project in one source, or with `unit` project whatever the source.

    `wanted` are ids of questions or their groups. Rows without a coder are one coder's, whom nobody has named.
    Raises `UnknownName` for a question that is not there.
    """
    if unit not in CODED_UNITS:
        raise UnknownName("unit", unit, CODED_UNITS)
    known = {name for each in snapshot.questions for name in (each.id, each.group)}
    for name in wanted:
        if name not in known:
            raise UnknownName("question or group", name, known)
    given: defaultdict[str, list[CodedAnswer]] = defaultdict(list)
    for answer in snapshot.answers:
        given[answer.question].append(answer)
    asked = [each for each in snapshot.questions if each.scale != FREE and (not wanted or {each.id, each.group} & set(wanted))]
    coded = [_Coded(each, given[each.id], unit) for each in asked]
    rows = tuple(each.row(lang) for each in coded if each.several)
    context = Context(
        None, {"unit": unit, "wanted": list(wanted)}, {"answers": len(snapshot.answers), "questions": len(snapshot.questions)}
    )
    apart = tuple(row for each in coded for row in each.apart(snapshot, lang))
    why = {} if any(each.several for each in coded) else {"alpha": "one_coder", "kappa": "one_coder"}
    if rows and any(row["kappa"] is None for row in rows):
        why["kappa"] = "kappa"
    if rows and any(row["alpha"] is None for row in rows):
        why["alpha"] = "alpha"
    coders = len({answer.coder or NOBODY for each in asked for answer in given[each.id]})
    alone = {"coded": "one_coder"} if "one_coder" in why.values() else {}
    return Agreement(context, rows, why, coders=coders, disagreements=Disagreements(context, apart, alone))


class _Coded:
    """What coders have made of one question: for each unit each coder's answer."""

    def __init__(self, question: SetQuestion, answers: Sequence[CodedAnswer], unit: str) -> None:
        self.question = question
        self.rows: defaultdict[Unit, defaultdict[str, list[CodedAnswer]]] = defaultdict(lambda: defaultdict(list))
        for answer in answers:
            self.rows[answer.project, answer.document if unit == SOURCE else None][answer.coder or NOBODY].append(answer)
        said = {about: {coder: {each.answer for each in rows} for coder, rows in by.items()} for about, by in self.rows.items()}
        self.in_two_ways = sum(any(len(values) > 1 for values in by.values()) for by in said.values())
        self.units: dict[Unit, dict[str, str]] = {
            about: {coder: next(iter(values)) for coder, values in sorted(by.items()) if len(values) == 1}
            for about, by in sorted(said.items(), key=lambda pair: (pair[0][0], pair[0][1] or ""))
        }

    @property
    def several(self) -> list[dict[str, str]]:
        """Return the units that two coders or more have answered."""
        return [by for by in self.units.values() if len(by) > 1]

    def row(self, lang: str) -> AgreementRow:
        coders = sorted({coder for by in self.several for coder in by})
        units = [list(by.values()) for by in self.several]
        kappa = cohen_kappa((by[coders[0]], by[coders[1]]) for by in self.several) if len(coders) == 2 else None
        return {
            "question": self.question.id,
            "question_name": _words(self.question, lang),
            "scale": self.question.scale,
            "coders": coders,
            "coded": len(self.units),
            "coded_by_several": len(units),
            "agreed": sum(len(set(unit)) == 1 for unit in units),
            "kappa": kappa,
            "alpha": krippendorff_alpha(units, nominal),
            "alpha_ordered": self._ordered(units),
            "in_two_ways": self.in_two_ways,
        }

    def _ordered(self, units: list[list[str]]) -> float | None:
        if self.question.scale == NUMBER:
            return krippendorff_alpha([[float(value) for value in unit if value not in (SILENT, NOT_MEASURED)] for unit in units], interval)
        if self.question.scale != ORDINAL:
            return None
        placed = [[value for value in unit if value in self.question.values] for unit in units]
        return krippendorff_alpha(placed, ordinal(placed, self.question.values))

    def apart(self, snapshot: Snapshot, lang: str) -> Iterator[DisagreementRow]:
        for (project, document), by in self.units.items():
            if any(one != other for one, other in combinations(by.values(), 2)):
                places = {coder: self.rows[project, document][coder][0].locator for coder in by}
                yield {
                    "question": self.question.id,
                    "question_name": _words(self.question, lang),
                    "project": project,
                    "project_name": snapshot.by_id[project].name if project in snapshot.by_id else project,
                    "document": document,
                    "coded": [f"{coder or '–'}: {value}" for coder, value in by.items()],
                    "locators": [f"{coder or '–'}: {place}" for coder, place in places.items() if place],
                }


def _words(question: SetQuestion, lang: str) -> str:
    words: str = getattr(question, lang, question.en)
    return words
