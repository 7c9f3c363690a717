"""What an import understood, in words: each file with its columns, what was assumed, every line that was not taken, and what it makes."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

from actormap.errors import several
from actormap.i18n import Texts
from actormap.model.records import NODE_TABLES
from actormap.model.vocabulary import Vocabulary
from actormap.output import listings
from actormap.workspace.importing.own_words import TYPES
from actormap.workspace.problems import Problem, shown
from actormap.workspace.reading.fuzzy import squeeze

if TYPE_CHECKING:
    from actormap.workspace.importing.assemble import Imported
    from actormap.workspace.importing.found import Found, Meaning, NotTaken

_INDENT = "  "
_FEW = 8  # lines of one kind of remark


def lines(imported: Imported, texts: Texts, width: int | None = None, *, settings: str = "actormap.toml") -> str:
    """Return what is told of an import, wrapped to a width in characters where one is given; `settings` is where own words are kept."""
    vocabulary = Vocabulary.load(imported.words)
    told = [texts("import.read")]
    for each in imported.found:
        told += _file(each, imported.refused.get(str(each.spot), 0), texts)
    remarks = list(_remarks(imported, texts, vocabulary))
    told += ["", texts("import.assumed"), *remarks] if remarks else []
    wrong = [problem for problem in imported.problems if problem.severity == "error"]
    for part in (False, True):
        some = [line for line in imported.left_out if line.part is part]
        if n := len(some) + (len(wrong) if part else 0):
            told += ["", texts("import.values_not_taken" if part else "import.lines_not_taken", n=n)]
            told += [_INDENT + _left_out(line, texts) for line in some]
            told += [_INDENT + line for line in _problems(wrong, texts)] if part else []
    if not imported.left_out and not wrong:
        told += ["", texts("import.everything_taken")]
    told += ["", texts("import.makes", counts=_counts(imported, texts, vocabulary)), *_own_words(imported, settings, texts)]
    return "\n".join(wrapped for line in told for wrapped in _wrapped(line, width)) + "\n"


def _remarks(imported: Imported, texts: Texts, vocabulary: Vocabulary) -> Iterator[str]:
    """Yield what was assumed and noticed, a line each; of what is noticed many times the first ones and how many more there are."""
    by_key: dict[str, list[str]] = {}
    for remark in imported.remarks:
        said = texts(f"import.remarks.{remark.key}", **_values(remark.values, texts, vocabulary))
        by_key.setdefault(remark.key, []).append(said)
    for some in by_key.values():
        yield from (f"{_INDENT}- {said}" for said in some[:_FEW])
        if some[_FEW:]:
            yield f"{_INDENT}- {texts('import.and_more', n=len(some) - _FEW)}"
    for line in _problems([problem for problem in imported.problems if problem.severity == "warning"], texts):
        yield f"{_INDENT}- {line}"


def _problems(some: Sequence[Problem], texts: Texts) -> list[str]:
    return listings.told(listings.problems(some, texts, ""), texts, severe=False)


def _file(found: Found, refused: int, texts: Texts) -> Iterator[str]:
    form = texts(f"import.forms.{found.form}")
    numbers = (("names", _names(found)), ("relationships", len(found.ties) - refused))
    counts = [texts(f"import.{key}", n=n) for key, n in numbers if n]
    yield f"{_INDENT}{found.spot}: {', '.join([form, *counts])}"
    for element, meanings in _by_element(found.meanings).items():
        named = [(column, _field(meaning, texts)) for column, meaning in _folded(meanings)]
        wide = min(30, max(len(column) for column, _ in named))
        yield from (f"{_INDENT * 2}{_of(element, texts)}{shown(column):<{wide}} → {field}" for column, field in named)


def _names(found: Found) -> int:
    """Return how many names a file declares, with those that its ties add to them; none of a file of ties alone."""
    if not found.nodes:
        return 0
    known: dict[str, str] = {}
    for node in found.nodes:
        spelt = squeeze(node.name or node.id or "")
        key = node.id or known.get(spelt, spelt)
        known.setdefault(spelt, key)
        known.setdefault(key, key)
    ends = (end for tie in found.ties for end in (tie.source, tie.target) if end)
    return len({*known.values(), *(known.get(end, known.get(squeeze(end), squeeze(end))) for end in ends)})


def _folded(meanings: Sequence[Meaning]) -> Iterator[tuple[str, Meaning]]:
    """Yield each column with its meaning; more than a few in a row that are partners of a survey are one."""
    for field, group in groupby(meanings, key=lambda meaning: meaning.field):
        some = list(group)
        if field == "partner_column" and len(some) > _FEW:
            yield several([shown(meaning.column) for meaning in some], most=3), some[0]
        else:
            yield from ((meaning.column, meaning) for meaning in some)


def _by_element(meanings: Sequence[Meaning]) -> Mapping[str, list[Meaning]]:
    found: dict[str, list[Meaning]] = {}
    for meaning in meanings:
        found.setdefault(meaning.spot.element, []).append(meaning)
    return found


def _of(element: str, texts: Texts) -> str:
    return texts(f"import.of.{element}") + " " if element else ""


def _field(meaning: Meaning, texts: Texts) -> str:
    key = f"import.fields.{meaning.field}"
    return texts(key) if key in texts.entries else meaning.field


def _left_out(line: NotTaken, texts: Texts) -> str:
    where = f"{line.spot} ({line.spot.column})" if line.spot.column else str(line.spot)
    said = texts(f"import.left_out.{line.key}", **line.values)
    return f"{where}: {said}" + (f" {texts('import.found', found=shown(line.found))}" if line.found else "")


def _values(values: Mapping[str, Any], texts: Texts, vocabulary: Vocabulary) -> dict[str, Any]:
    """Return the values of a remark with kinds, types and ways in the reader's words."""
    told = dict(values)
    if "record" in told:
        told["kind"] = texts.pick(vocabulary.kind(told["record"], told["kind"]))[0]
    if "type" in told:
        told["type"] = texts.pick(vocabulary.types[told["type"]])[0]
    if "way" in told:
        told["way"] = texts(f"import.ways.{told['way']}")
    return told


def _counts(imported: Imported, texts: Texts, vocabulary: Vocabulary) -> str:
    counts = {table: len(getattr(imported.snapshot, table)) for table in NODE_TABLES}
    words = [
        f"{texts.number(number)} {texts.pick(vocabulary.nodes[NODE_TABLES[table].node])[number != 1]}"
        for table, number in counts.items()
        if number
    ]
    return ", ".join([*words, texts("import.relationships", n=len(imported.snapshot.relationships))])


def _own_words(imported: Imported, settings: str, texts: Texts) -> Iterator[str]:
    shipped = Vocabulary.load()
    kinds = [said[texts.lang][0] for record in imported.words.get("kinds", {}).values() for said in record.values()]
    types = [said[texts.lang][0] for name, said in imported.words.get("types", {}).items() if name not in (*shipped.types, *TYPES)]
    for key, words in (("own_kinds", kinds), ("own_types", types)):
        if words:
            yield _INDENT + texts(f"import.{key}", words=", ".join(words), file=settings, n=len(words))


def _wrapped(line: str, width: int | None) -> list[str]:
    if width is None or len(line) <= width:
        return [line]
    indent = line[: len(line) - len(line.lstrip(" -"))]
    hanging = len(indent) if "-" in indent else len(indent) + len(_INDENT)
    return textwrap.wrap(line, width, subsequent_indent=" " * hanging, break_on_hyphens=False)
