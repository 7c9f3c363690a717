"""What identifies a person in a text: e-mail addresses, Swedish telephone and personal identity numbers, and contact persons by name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

# A hyphen, and what word processors and telephones put in its place: the one that does not break, the figure dash and the en dash.
_DASH = r"\-\u2010-\u2013"
_BREAK = rf"[\s{_DASH}]"
_NAME = r"[A-ZÅÄÖÉ][a-zåäöéèüæø]+"
_PATTERNS = {
    # Two words that begin as names do, the second of which is nothing that an organisation is called; pages glue the label to them.
    "contact_person": (
        rf"\bkontaktperson(?:er)?\s*:?\s*(?-i:{_NAME}(?:-{_NAME})?\s+(?!(?:Stad|Kommun|Region|Utbildning|Förvaltning|Kansli)){_NAME}(?:-{_NAME})?)"
    ),
    # The last part is letters, which the version in a page address such as /lib@1.2 is not.
    "email": r"[\w.+-]+(?:@|\s?[(\[](?:at|snabel-a)[)\]]\s?)[\w-]+(?:\.[\w-]+)*\.[^\W\d_]{2,}",
    "personal_number": (
        r"(?<![\w/=.-])(?:19|20)?\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])"
        rf"(?:\s?[{_DASH}+]\s?|\s)?\d{{4}}(?![\w{_DASH}])"
    ),
    "telephone": (
        rf"(?<![\w/=.+{_DASH}])(?:(?:\+|00)46{_BREAK}?(?:\(0\){_BREAK}?)?[1-9]\d{{0,2}}(?:{_BREAK}?\d){{5,8}}"
        # Two groups of four are the bounds of a range of codes.
        rf"|07[02369](?:{_BREAK}?\d){{7}}|(?!0\d{{3}}[{_DASH}]\d{{4}}(?!\d))"
        rf"\(?0[1-9]\d{{0,2}}\)?[{_DASH}\s/]{{1,3}}\d{{2,3}}(?:{_BREAK}?\d{{2,3}}){{1,3}})(?![\w/{_DASH}])"
        # With full stops, as a number of which the area code is known by its nought.
        r"|(?<![\w.])(?:0\d{1,2}\.\d{3}(?:\.\d{2,3}){2}|\+46(?:\(0\))?[1-9]\d{0,2}(?:\.\d{2,3}){3,4})(?![\w.]*\d)"
        r"|\b(?:tel|tfn|telefon|phone|mobil)[.:\s]{1,3}0[1-9]\d{6,8}(?!\d)"
    ),
}
_EACH = {name: re.compile(pattern, re.IGNORECASE) for name, pattern in _PATTERNS.items()}
_RUN = re.compile(rf"\d[\d\s()/+.{_DASH}]{{6,}}\d")
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
SHORTEST = 8  # figures in a Swedish telephone number, area code and all


def may_hold(text: str) -> bool:
    """Return whether a text, or several in one, is worth a closer look; most are not, and this is quick."""
    return (
        "@" in text
        or "(at" in text
        or "ontaktperson" in text
        or "[at" in text
        or "snabel" in text
        or any(not _DATE.fullmatch(run) for run in _RUN.findall(text))
    )


def kinds(text: str) -> Iterator[str]:
    """Yield which kinds of personal data a text seems to hold, in their order in it."""
    return (name for _, _, name in _found(text))


def spans(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield where in a text personal data seem to stand, and of which kind."""
    return _found(text) if may_hold(text) else iter(())


def in_id(identity: str) -> bool:
    """Return whether an id seems to hold personal data; one that is made of a name has hyphens where that had spaces."""
    return any(next(kinds(text), None) for text in (identity, identity.replace("-", " ").replace("_", " ")) if may_hold(text))


def within(table: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, str]]:
    """Yield which kinds of personal data the names and texts in a table of settings seem to hold, each with the key it stands under."""
    for name, value in table.items():
        key = f"{above}{name}"
        yield from ((veiled(key), kind) for kind in kinds(name))
        if isinstance(value, Mapping):
            yield from within(value, f"{key}.")
        else:
            texts = value if isinstance(value, list | tuple) else (value,)
            yield from ((veiled(key), kind) for text in texts if isinstance(text, str) for kind in kinds(text))
            for inner in texts:
                if isinstance(inner, Mapping):
                    yield from within(inner, f"{key}.")


def veiled(text: str) -> str:
    """Return a text with what identifies somebody in it left out."""
    if not may_hold(text):
        return text
    end, parts = 0, []
    for start, stop, _ in _found(text):
        parts += [text[end:start], "…"]
        end = stop
    return "".join([*parts, text[end:]])


def _found(text: str) -> Iterator[tuple[int, int, str]]:
    # Each pattern looks at the whole text: what is no identity number after all may be a telephone number.
    found = sorted((*match.span(), name) for name, each in _EACH.items() for match in each.finditer(text) if _is_one(name, match.group()))
    end = 0
    for start, stop, name in found:
        if start >= end:
            yield start, stop, name
            end = stop


def _is_one(name: str, text: str) -> bool:
    figures = [int(figure) for figure in text if figure.isdecimal()]
    if name == "personal_number" and "-" not in text:
        # Written in an unusual way it may be any number, so the last figure has to be the check on the others.
        doubled = [figure * (2 - place % 2) for place, figure in enumerate(figures[-10:])]
        return sum(figure // 10 + figure % 10 for figure in doubled) % 10 == 0
    return name != "telephone" or len(figures) >= SHORTEST
