"""Finds the people of the source documents in a text, without holding their names.

`leaks(text)` returns where a text names one of them or gives an e-mail address or a telephone number of theirs. The project holds
salted SHA-256 hashes only. They keep the plaintext out of sight; they are no secret, since whoever has the sources has the names too.

To add a person, put one a line on standard input, `name;e-mail;telephone` with what is missing left empty, and add what is printed
to privacy.txt, in order. A line that begins with `-` has a surname too common to be looked for alone.

    python tests/privacy.py < people.txt        (keep people.txt outside the project)
"""

from __future__ import annotations

import gzip
import hashlib
import html
import io
import re
import sys
import unicodedata
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from urllib.parse import unquote

HASHES = Path(__file__).with_name("privacy.txt")
SALT = "actormap/gria/people/1"
# Pictures and fonts hold no text; everything else is read.
BINARY = frozenset({".png", ".jpg", ".jpeg", ".gif", ".ico", ".woff", ".woff2", ".ttf", ".pyc"})
ARCHIVES = frozenset({".xlsx", ".zip", ".whl", ".docx"})

WORD = re.compile(r"[^\W_]+")
INVISIBLE = re.compile("[\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff]")
ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
DIGITS = re.compile(r"\d(?:[ \u00a0\u2009\u202f./()-]{0,3}\d){8,}")
JSON_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")
# The digits of a Swedish number after its leading zero or +46; shorter ones would ring at figures that mean something else.
NUMBER_LENGTHS = (8, 9)


@dataclass(frozen=True, slots=True)
class Leak:
    """A place in a text that gives somebody away; it says which line, never what stands there."""

    kind: str
    line: int


@dataclass(frozen=True, slots=True)
class Watch:
    """The hashes of what must not be said."""

    hashes: frozenset[str]

    @classmethod
    def for_people(cls, people: Iterable[tuple[str, str, str]]) -> Watch:
        """Return a watch for people given as name, e-mail address and telephone number, any of them empty."""
        return cls(frozenset(digest(said) for person in people for said in sayings(*person)))

    def leaks(self, text: str) -> list[Leak]:
        """Return every place where the text says one of them, however it is escaped, in the order of lines."""
        harmless: set[tuple[str, ...]] = set()
        found = {leak for reading in _readings(text) for leak in self._leaks(reading, harmless)}
        return sorted(found, key=lambda leak: (leak.line, leak.kind))

    def _leaks(self, text: str, harmless: set[tuple[str, ...]]) -> Iterator[Leak]:
        # Most words of a text come again, and all of them in its other readings: `harmless` are those that need no second look.
        before: tuple[str, ...] = ()
        for line, content in enumerate(text.split("\n"), start=1):
            for address in ADDRESS.findall(content):
                # Some pages glue the label to the value, so an address may begin anywhere in what looks like one.
                plain = _plain(address)
                if any(self._has(f"address {plain[start:]}") for start in range(plain.index("@"))):
                    yield Leak("e-mail address", line)
            for run in DIGITS.findall(content):
                if any(self._has(f"number {window}") for window in _windows("".join(filter(str.isdigit, run)))):
                    yield Leak("telephone number", line)
            # A name may be broken over lines, so the last words of one line count for the next.
            for word in WORD.findall(_plain(content)):
                before = (*before[-2:], word)
                if before in harmless:
                    continue
                if self.hashes.isdisjoint(map(digest, _phrases(before))):
                    harmless.add(before)
                else:
                    yield Leak("name", line)

    def _has(self, said: str) -> bool:
        return digest(said) in self.hashes


def leaks(text: str) -> list[Leak]:
    """Return every place where a text gives away a person of the source documents; an empty list is what one wants."""
    return _documents().leaks(text)


def texts(path: Path) -> Iterator[tuple[str, str]]:
    """Yield what can be read in a file, with where: the file itself, or the members of a workbook or archive; pictures yield nothing."""
    yield from _opened(path.name, path.read_bytes())


@lru_cache(maxsize=2_000_000)
def digest(said: str) -> str:
    """Return the salted hash of one saying."""
    return hashlib.sha256(f"{SALT}\x1f{said}".encode()).hexdigest()


def sayings(name: str, email: str, number: str) -> Iterator[str]:
    """Yield what gives a person away: the name both ways and run together, an uncommon surname, address, local part, number."""
    common = name.startswith("-")
    words = WORD.findall(_plain(name))
    if words:
        first, last = words[0], words[-1]
        yield from (f"name {first} {last}", f"name {last} {first}", f"name {first}{last}", f"name {last}{first}")
        if not common:
            yield f"name {last}"
    if email:
        yield f"address {_plain(email)}"
        yield f"name {' '.join(WORD.findall(_plain(email.partition('@')[0])))}"
    if digits := "".join(filter(str.isdigit, number)):
        yield f"number {digits.removeprefix('46').removeprefix('0')}"


@lru_cache(maxsize=1)
def _documents() -> Watch:
    return Watch(frozenset(HASHES.read_text(encoding="utf-8").split()))


def _plain(text: str) -> str:
    # Accents go, so that an address made from a name and a name in an address are the same words.
    return text.casefold() if text.isascii() else INVISIBLE.sub("", unicodedata.normalize("NFKD", text)).casefold()


def _phrases(words: tuple[str, ...]) -> list[str]:
    *earlier, last = words
    # With a title in the middle, as project pages have it, the name is the first and the third word.
    beginnings = ["name ", *(f"name {word} " for word in earlier)]
    if len(earlier) == 2:
        beginnings.append(f"name {earlier[0]} {earlier[1]} ")
    return [f"{beginning}{word}" for word in {last, last.removesuffix("s")} for beginning in beginnings]


def _windows(digits: str) -> Iterator[str]:
    for start in range(len(digits) - min(NUMBER_LENGTHS) + 1):
        if start == 0 or digits[start - 1] == "0" or digits[max(0, start - 2) : start] == "46":
            yield from (digits[start : start + length] for length in NUMBER_LENGTHS)


def _readings(text: str) -> set[str]:
    return {text, unquote(text), html.unescape(text), JSON_ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)}


def _opened(name: str, content: bytes) -> Iterator[tuple[str, str]]:
    suffix = Path(name).suffix.lower()
    if suffix in BINARY:
        return
    try:
        if suffix == ".gz":
            yield from _opened(name.removesuffix(".gz"), gzip.decompress(content))
            return
        if suffix in ARCHIVES:
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                for member in archive.namelist():
                    yield from ((f"{name}/{where}", text) for where, text in _opened(member, archive.read(member)))
            return
    except (OSError, EOFError, zlib.error, zipfile.BadZipFile):
        pass  # Some files of the tests are broken on purpose; their bytes are read as they are.
    yield name, _decoded(content)


def _decoded(content: bytes) -> str:
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("windows-1252", errors="replace")


def _print_hashes(lines: Iterable[str]) -> None:
    people = (line.rstrip("\n").split(";") for line in lines if line.strip())
    hashes = sorted({digest(said) for name, email, number in people for said in sayings(name, email, number)})
    sys.stdout.write("".join(f"{value}\n" for value in hashes))


if __name__ == "__main__":
    sys.stdin.reconfigure(encoding="utf-8")
    _print_hashes(sys.stdin)
