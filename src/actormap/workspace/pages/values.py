"""What a header's value says: amounts, dates, numbers and short texts, read as pages write them. What cannot be read is None."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from actormap.workspace.pages import calendar

Number = int | float

_DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
# What pages write where they know nothing.
_NOTHING = re.compile(rf"[{_DASHES}.\s]*|uppgift saknas|saknas|ej angivet|ej angiven|okänt|okänd|n/?a\.?|null|none", re.IGNORECASE)
_AMOUNT = re.compile(
    r"(?<![\w.,])(\d{1,3}(?:[ \u00a0\u2007\u2009\u202f]\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d[\d.,'\u2019]*)\s*"
    r"(?:(tkr|ksek|tusen|mkr|mnkr|msek|miljoner|miljon|milj\.?)\b)?\s*(kr\b|kronor|sek\b|:-|,-|€|eur\b|euro\b)?",
    re.IGNORECASE,
)
_MULTIPLES = {"t": 1_000, "k": 1_000, "m": 1_000_000}
_EURO = re.compile(r"€|\beur(?:o)?\b", re.IGNORECASE)
_AMOUNT_WORDS = re.compile(r"(?i)\b(?:kr|kronor|sek|cirka|ca|tkr|mkr)\b|[:.,;()\-\s]")
_COUNT = re.compile(
    r"(?:(?:ca|cirka|c:a)\.? )?(\d{1,3}(?:[ .]\d{3})+|\d+)(?:[.,]0+)?(?: (?:personer|deltagare|individer|st\.?))?", re.IGNORECASE
)
_PERCENT = re.compile(r"(\d{1,3}(?:[.,]\d+)?) ?(?:%|procent)?")
_NUMBER = re.compile(r"\d{4}[/-]\d{3,6}|\d{2}-\d{3}-[A-ZÅÄÖ]\d{1,3}|(?=[\w/.-]*\d)[\w/.-]{3,30}")
_CODE = re.compile(r"([A-Z0-9][A-Z0-9.:,]{0,13})(?=$|[\s;])")
_AREA = re.compile(r"(?:programområde|prioriterat område|po)\s?[0-9A-H]\b.*|[0-9A-H](?:\b.*)?", re.IGNORECASE)
_FUND = re.compile(r"(?=.*\b(?:ESF|ERUF|EFRU|FSO|FRO|FEAD|AMIF|YEI|SUI|fond))[\w +,/&()-]{2,80}|[A-ZÅÄÖ]{2,6}\+?", re.IGNORECASE)
_PHASES = re.compile(r"genomförande|förprojektering|förstudie|analys|implementering|[A-ZÅÄÖ][a-zåäö]{3,20}")
_REGION = re.compile(
    r"(?:(?:ESF\s+)?Nationellt?|Väst(?:ra )?sverige|Stockholm|Sydsverige|Småland\s+(?:och|med|&)\s+[öÖ]arna|(?:Östra|Norra)\s+Mellansverige"
    r"|Mellersta\s+Norrland|Övre\s+Norrland)(?:\s*[,;/&|]\s*|\s+och\s+|$)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r".{60,}[.!?]\s*$|.{25,}\s[a-zåäö]\S+\.\s*$|.*[a-zåäö]{2}[.!?]\s+[A-ZÅÄÖ].{20,}", re.DOTALL)
# Not "till- / och": there the hyphen is the word's own.
_GOES_ON = r"\n\s*(?=[a-zåäöéü])(?!(?:och|eller|samt|respektive)\b)"
_BROKEN = re.compile(rf"(?<=[a-zåäöéü])[-\u2010]{_GOES_ON}")
_AT_HYPHEN = re.compile(rf"(?<=[A-ZÅÄÖ\d])([-\u2010]){_GOES_ON}")  # "KIA- / verksamhet" has a hyphen of its own
LONGEST = 250  # characters of a name


@dataclass(frozen=True, slots=True)
class ReadValue:
    """A value, and how sure it is that it is what the page means."""

    value: str | Number
    confidence: float = 1.0


def read(form: str, raw: str) -> ReadValue | None:
    """Return what a text says, read as a form; None if it says nothing of the kind."""
    text = bare(raw)
    return None if says_nothing(text) else _READERS[form](text)


def fits(form: str, raw: str) -> bool:
    """Return whether a text can be a value of a form."""
    return calendar.period(bare(raw)) != (None, None) if form == "period" else read(form, raw) is not None


def bare(raw: str) -> str:
    """Return a text with its spaces made single and plain, and a word whole that a hyphen breaks at the end of a line."""
    return " ".join(_AT_HYPHEN.sub(r"\1", _BROKEN.sub("", raw)).split())


def is_broken(line: str, after: str) -> bool:
    """Return whether a word goes on in the line after, from a hyphen at this one's end."""
    return bool(_BROKEN.search(f"{line.rstrip()}\n{after}"))


def whole(line: str, after: str) -> str:
    """Return a line with the one after it, where a word is broken between them; else the line alone."""
    return bare(f"{line.rstrip()}\n{after}") if is_broken(line, after) else line


def says_nothing(text: str) -> bool:
    """Return whether a value is empty, or says in so many words that it is not known."""
    return bool(_NOTHING.fullmatch(text))


def is_sentence(text: str) -> bool:
    """Return whether a text looks like running text rather than a name."""
    return len(text) > LONGEST or bool(_SENTENCE.match(text))


def is_region(text: str) -> bool:
    """Return whether a text names regions of the social fund and nothing else."""
    end = 0
    while end < len(text) and (found := _REGION.match(text, end)):
        end = found.end()
    return bool(text) and end == len(text)


def _money(text: str) -> ReadValue | None:
    if _EURO.search(text):
        return None  # the columns are in kronor, and a rate of exchange would be invented
    found = [(match, amount) for match in _AMOUNT.finditer(text) if (amount := _amount(match)) is not None]
    if len(found) == 1:
        rest = text[: found[0][0].start()] + text[found[0][0].end() :]
        if text[: found[0][0].start()].rstrip().endswith(("-", "\u2212", "\u2013")) or re.search(r"\d", rest):
            return None
        return ReadValue(found[0][1], 1.0 if not _AMOUNT_WORDS.sub("", rest) else 0.8)
    return _of_the_fund(text, found)


def _of_the_fund(text: str, found: list[tuple[re.Match[str], Number]]) -> ReadValue | None:
    """Return the one amount of several that is said to be the social fund's, after the amounts or before them."""
    stops = [0, *(match.end() for match, _ in found)]
    starts = [*(match.start() for match, _ in found), len(text)]
    around = [text[stop:start] for stop, start in zip(stops, starts, strict=True)]
    for tags in (around[1:], around[:-1]):
        own = [amount for (_, amount), tag in zip(found, tags, strict=True) if re.search(r"\bESF", tag)]
        if len(own) == 1:
            return ReadValue(own[0], 0.7)
    return None


def _amount(match: re.Match[str]) -> Number | None:
    digits, multiple, _ = match.groups()
    number = _decimal(re.sub(r"[\s'\u2019]", "", digits.rstrip(".,'\u2019")), whole=multiple is None)
    if number is None or multiple is None:
        return number
    return tidy(round(number * _MULTIPLES[multiple[0].lower()], 2))


def _decimal(digits: str, *, whole: bool) -> Number | None:
    """Return a number whose marks may be of thousands or of decimals; a single mark before three digits is of thousands if `whole`."""
    marks = re.findall(r"[.,]", digits)
    if not marks:
        return int(digits) if len(digits) <= 15 else None
    last = marks[-1]
    head, _, tail = digits.rpartition(last)
    if len(set(marks)) == 1 and (len(marks) > 1 or (whole and len(tail) == 3 and len(head) <= 3)):
        return int(digits.replace(last, "")) if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", digits) else None
    plain = re.sub(r"[.,]", "", head)
    if marks.count(last) > 1 or (len(marks) > 1 and not re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", head)) or not plain or len(plain) > 15:
        return None
    return tidy(float(f"{plain}.{tail}"))


def tidy(number: float) -> Number:
    """Return a whole number without decimals."""
    return int(number) if float(number).is_integer() else number


def _count(text: str) -> ReadValue | None:
    match = _COUNT.fullmatch(text)
    if match is None or len(match[1]) > 12:
        return None
    return ReadValue(int(re.sub(r"\D", "", match[1])), 0.7 if text[:1].lower() == "c" else 1.0)


def _percent(text: str) -> ReadValue | None:
    match = _PERCENT.fullmatch(text)
    number = tidy(float(match[1].replace(",", "."))) if match else 101
    return ReadValue(number) if number <= 100 else None


def _date(text: str) -> ReadValue | None:
    day = calendar.date(text)
    return ReadValue(*day) if day else None


def _whole(pattern: re.Pattern[str]) -> Callable[[str], ReadValue | None]:
    return lambda text: ReadValue(text) if pattern.fullmatch(text) else None


def _code(text: str) -> ReadValue | None:
    match = _CODE.match(text)
    if match is None or len(text) > LONGEST or is_sentence(text):
        return None
    return ReadValue(match[1].rstrip(".:,"), 1.0 if match.end() == len(text) else 0.8) if any(map(str.isdigit, match[1])) else None


def _area(text: str) -> ReadValue | None:
    return ReadValue(text) if _AREA.fullmatch(text) and not is_sentence(text) else None


def _region(text: str) -> ReadValue | None:
    if is_region(text):
        return ReadValue(text)
    return ReadValue(text, 0.8) if len(text) <= 60 and not is_sentence(text) and not re.search(r"[.!?:]$|\d{3}|\w\.\w", text) else None


def _text(text: str) -> ReadValue | None:
    return None if is_sentence(text) else ReadValue(text)


def _place(text: str) -> ReadValue | None:
    return ReadValue(text) if len(text) <= 80 and not is_sentence(text) and not re.match(r"(?i)c/o\b", text) else None


_READERS: Mapping[str, Callable[[str], ReadValue | None]] = {
    "text": _text,
    "region": _region,
    "place": _place,
    "money": _money,
    "count": _count,
    "percent": _percent,
    "date": _date,
    "code": _code,
    "area": _area,
    "number": _whole(_NUMBER),
    "phase": _whole(_PHASES),
    "fund": _whole(_FUND),
    "postcode": _whole(re.compile(r"(?:SE-)?\d{3} ?\d{2}")),
    "organisation_number": _whole(re.compile(r"(?:16)?\d{6}-?\d{4}")),
    "years": _whole(re.compile(r"\d{4} ?[-\u2013] ?\d{2,4}")),
    "yes_no": _whole(re.compile(r"ja|nej|yes|no", re.IGNORECASE)),
}
