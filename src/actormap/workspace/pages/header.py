"""The header of a page: which lines are its labels and values, whatever their order and spacing. Where it ends, running text begins."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from actormap.workspace.pages import labels, values
from actormap.workspace.pages.labels import LabelMark

# Headings that end a header: what follows them is running text.
_HEADING = re.compile(
    r"\s*(?:in english|på svenska|sammanfattning|bakgrund|problembeskrivning|projektbeskrivning|syfte|mål|målsättning|målgrupp|resultat"
    r"|kommun(?:er)?|län|deltagande aktörer|samarbetspartners|medfinansiärer|transnationellt samarbete|summary|background"
    r"|tillgänglighet för personer med funktionsnedsättning|jämställdhetsintegrering)\s*:?\s*",
    re.IGNORECASE,
)
_CHOICE = re.compile(r"(?:alla|samtliga|välj\b.*)\b", re.IGNORECASE)
_FARTHEST = 4  # lines that are no label between two that are
_FEWEST = 3  # labels with one space after them
_LONG = 120  # characters in a line that no value of a header has, unless it is a name
_WRAPPED = 60  # characters of a label and the value beside it before it goes on in the next line
_CONTINUED = frozenset({"text", "personal", "area", "period"})
_WORD_BROKEN = 20  # characters of a value beside its label before it may go on with a small letter
_GOES_ON = re.compile(r"[a-zåäöéü(]")
_GLUED = re.compile(r"[a-zåäöéü][A-ZÅÄÖÉ]")
_STOPS_SHORT = re.compile(r"(?:[,/&]|\b(?:och|i|för|till|med|av|på|mot|samt))\s*$")
_OPEN = re.compile(r"(?:[-\u2010-\u2015]|\btill(?: och med)?|\bt\.?o\.?m\.?)\s*$")  # a period of which the end is still to come


@dataclass(frozen=True, slots=True)
class RawField:
    """One field as it stands in a header: its label, the text after it, and the numbers of the line of the label and of the value.

    `raw` is empty if nothing stands after the label. What identifies somebody is never here.
    """

    field: str
    label: str
    form: str
    raw: str
    line: int
    label_line: int
    wrapped: bool = False


@dataclass(frozen=True, slots=True)
class PageHeader:
    """The fields of a header in their order, its first and last line (counted from 1), and what was left out of it: whom to contact."""

    fields: tuple[RawField, ...] = ()
    first: int = 0
    last: int = 0
    glued: bool = False
    dropped: tuple[tuple[str, int], ...] = ()
    people: tuple[str, ...] = ()
    personal_lines: frozenset[int] = frozenset()
    first_personal: bool = False

    def labels(self) -> frozenset[str]:
        """Return which fields have a label in the header, be it with a value or without."""
        return frozenset(each.field for each in self.fields) | {name for name, _ in self.dropped}


def find(lines: Sequence[str]) -> PageHeader:
    """Return the header of a page: the run of lines that holds the most labels. It is empty if no line begins with one."""
    lines, whole = _whole_labels(lines)
    marks = [(number, found) for number, line in enumerate(lines) for found in labels.marks(line)]
    marks = _beside(lines, marks)
    # Where labels stand alone, a line such as "Region Stockholm" or "Programområde 2" is the value of the one above.
    marks = [each for place, each in enumerate(marks) if not (place and _is_value(lines, marks[place - 1], each))]
    alone = sum(found.style in ("alone", "colon") for _, found in marks)
    if alone * 2 > len(marks):
        marks = [(number, found) for number, found in marks if found.style != "spaced"]
    runs: list[list[tuple[int, LabelMark]]] = []
    for number, found in marks:
        if runs and _hang_together(lines, runs[-1][-1], number):
            runs[-1].append((number, found))
        else:
            runs.append([(number, found)])
    if not runs:
        return PageHeader()
    return _read(lines, _without_choices(lines, max(runs, key=lambda run: len({found.label.field for _, found in run}))), whole)


def _beside(lines: Sequence[str], marks: list[tuple[int, LabelMark]]) -> list[tuple[int, LabelMark]]:
    """Return the labels with those among them that one space parts from a name, where it parts most labels from their values."""
    spaced = [number for number, found in marks if found.style == "spaced"]
    if len(spaced) < _FEWEST or len(spaced) * 2 < len(marks):
        return marks
    known = {number for number, _ in marks}
    more = [(number, labels.mark(lines[number], beside=True)) for number in range(spaced[0], spaced[-1]) if number not in known]
    return sorted([*marks, *((number, found) for number, found in more if found)], key=lambda each: each[0])


def _is_value(lines: Sequence[str], before: tuple[int, LabelMark], mark: tuple[int, LabelMark]) -> bool:
    """Return whether a line is the value of the label before it, with which it begins itself: "Programområde 2"."""
    number, found = mark
    same = before[1].label == found.label and before[1].style == "alone" and found.style in ("spaced", "cell")
    return same and not any(line.strip() for line in lines[before[0] + 1 : number])


def _without_choices(lines: Sequence[str], run: list[tuple[int, LabelMark]]) -> list[tuple[int, LabelMark]]:
    """Return a run without the labels at its beginning by which the site lets one choose among its pages: "Region: Alla"."""
    first = 0
    for place, (number, found) in enumerate(run[:-1]):
        said = found.rest or next((line for line in lines[number + 1 : run[place + 1][0]] if line.strip()), "")
        again = any(other.label.field == found.label.field for _, other in run[place + 1 :])
        if not again or not _CHOICE.match(said.strip()):
            break
        first = place + 1
    return run[first:]


def _whole_labels(lines: Sequence[str]) -> tuple[list[str], frozenset[int]]:
    """Return the lines, a label that is broken at the ends of lines whole in its last, and the numbers of those that have one."""
    told, whole = list(lines), set()
    for number in range(1, len(told)):
        for first in (number - 2, number - 1):
            parts = [part.strip() for part in told[max(first, 0) : number + 1]]
            if first < 0 or not all(parts) or not labels.begins_one(" ".join(parts[:-1])):
                continue
            found = labels.mark(" ".join(parts))
            if found and len(found.label.word) > len(" ".join(parts[:-1])):
                told[first : number + 1] = [*[""] * (number - first), " ".join(parts)]
                whole.add(number)
                break
    return told, frozenset(whole)


def _hang_together(lines: Sequence[str], last: tuple[int, LabelMark], number: int) -> bool:
    between = [line for line in lines[last[0] + 1 : number] if line.strip()]
    if last[1].label.personal and len(between) <= _FARTHEST:
        return True
    return len(between) <= _FARTHEST and not any(_is_running(line) or _is_heading(line) for line in between)


def _is_running(line: str) -> bool:
    return (len(line) > _LONG and values.is_sentence(values.bare(line))) or len(line) > 2 * _LONG


def _is_heading(line: str) -> bool:
    return bool(_HEADING.fullmatch(values.bare(line)))


def _read(lines: Sequence[str], run: list[tuple[int, LabelMark]], whole: frozenset[int]) -> PageHeader:
    on_the_line = sum(found.style != "alone" for _, found in run)
    # Where values stand on the lines of their labels, a label alone has none.
    beside = on_the_line * 2 > len(run) or any(found.style == "glued" for _, found in run)
    directly = _directly(lines, run)
    fields: list[RawField] = []
    dropped: Counter[str] = Counter()
    people: list[str] = []
    personal: set[int] = set()
    last = run[-1][0]
    for place, (number, found) in enumerate(run):
        until = run[place + 1][0] if place + 1 < len(run) else None
        taken = _value(lines, number, found, until, beside=beside and number not in whole, directly=directly)
        following = run[place + 1][1] if until is not None else None
        stray = (
            following is not None and following.label.field == "email" and not any(one.label.field == "contact_person" for _, one in run)
        )
        if stray and not found.label.personal and len(taken) + bool(found.rest) > 1:
            # Whom to contact stands above the address, whatever is left of the label.
            at = taken.pop()
            people.append(values.bare(lines[at]))
            personal.add(at)
        last = max(last, *taken, number)
        raw = _joined(lines, found, taken)
        if found.label.personal:
            personal.update({number, *taken})
            dropped[found.label.field] += bool(raw.strip())
            if found.label.field == "contact_person":
                people += [values.bare(part) for part in raw.splitlines() if part.strip()]
        else:
            at = number if found.rest or not taken else taken[0]
            fields.append(
                RawField(found.label.field, found.label.word, found.label.form, raw, at + 1, number + 1, len(taken) + bool(found.rest) > 1)
            )
    labelled = {found.label.field for _, found in run}
    glued = sum(found.style == "glued" for _, found in run) * 2 > on_the_line > 0
    return PageHeader(
        tuple(fields),
        run[0][0] + 1,
        last + 1,
        glued,
        tuple(sorted(dropped.items())),
        tuple(people),
        frozenset(at + 1 for at in personal),
        run[0][1].label.field in ("email", "telephone") and "contact_person" not in labelled,
    )


def _directly(lines: Sequence[str], run: list[tuple[int, LabelMark]]) -> bool:
    """Return whether values stand on the very next line after their labels; else a blank line may come between."""
    alone = [number for number, found in run[:-1] if found.style == "alone"]
    close = sum(number + 1 < len(lines) and bool(lines[number + 1].strip()) for number in alone)
    return close * 2 > len(alone)


def _value(lines: Sequence[str], number: int, found: LabelMark, until: int | None, *, beside: bool, directly: bool) -> list[int]:
    """Return the lines after a label's that belong to its value."""
    if beside and not found.rest:
        return []
    end = min(until if until is not None else len(lines), number + 1 + (20 if until is None else _FARTHEST * 4))
    rest = list(range(number + 1, end))
    if not found.rest:
        start = next((at for at in rest if lines[at].strip()), None)
        if start is None or (directly and until is None and start > number + 1):
            return []
        first = values.whole(lines[start], next((lines[at] for at in rest if at > start and lines[at].strip()), ""))
        if _is_heading(lines[start]) or (not found.label.personal and not _can_be(found, first)):
            return []
        rest = rest[rest.index(start) :]
        taken, rest = [start], rest[1:]
    else:
        taken = []
    # A value that is wrapped goes on until the next label; after the last label only a word that is broken tells it from running text.
    if found.label.form in _CONTINUED:
        for at in rest:
            before = lines[taken[-1]] if taken else found.rest
            if until is None and not values.is_broken(before, lines[at]):
                break
            if not lines[at].strip() and not directly and at + 1 < end and _continues(before, lines[at + 1]):
                continue
            if not lines[at].strip() or _is_heading(lines[at]) or _is_running(lines[at]) or not _may_go_on(found, before, lines[at]):
                break
            taken.append(at)
    return taken


def _continues(before: str, line: str) -> bool:
    """Return whether a line goes on from one before, although a blank one stands between: as all do where line ends were doubled."""
    return labels.mark(line) is None and bool(_GOES_ON.match(line.strip()) or (line.strip() and before.rstrip().endswith((",", "-", "/"))))


def _may_go_on(found: LabelMark, before: str, line: str) -> bool:
    """Return whether a line can be the rest of a value: it ends as no label does, and beside a label only long values are wrapped."""
    if found.label.personal:
        return True
    if found.label.form == "period":
        return bool(_OPEN.search(before))
    if line.rstrip().endswith(":"):
        return False
    if not found.rest or len(found.label.word) + len(found.rest) >= _WRAPPED:
        return True
    if _GLUED.search(line):
        return False  # another label, which is spoilt
    return bool(_STOPS_SHORT.search(before)) or (len(found.rest) >= _WORD_BROKEN and bool(_GOES_ON.match(line.strip())))


def _can_be(found: LabelMark, line: str) -> bool:
    """Return whether a line can be the value of a label that stands alone: what can be read, or what is at least no running text."""
    text = values.bare(line)
    if text.endswith(":"):
        return False  # a label that is spoilt
    if values.fits(found.label.form, text):
        return True
    # What cannot be read is still told, if it may be a slip in a figure.
    return found.label.form not in ("text", "area") and len(text) <= 40 and any(map(str.isdigit, text))


def _joined(lines: Sequence[str], found: LabelMark, taken: list[int]) -> str:
    return "\n".join([*([found.rest] if found.rest else []), *(lines[at].strip() for at in taken)])
