"""What becomes of a slip in the tables: each is refused, told, or read as what was meant; none changes a value without a word.

    python -m benchmarks.silent [--slips 2000] [--seed 1] [--seconds 20]

Each slip is one that is wrong by its form (32,446 for 32446, 20114, jun-14, a code of three digits, a misspelt word or id, a letter that
is not seen, a row that has lost a cell, a file in another encoding), made in a copy of the built-in tables. A slip in a word of free text
may be silent: nobody can know what a note should say. What is printed: a table of outcomes by what the column holds, and each silent slip
outside free text.
"""

from __future__ import annotations

import argparse
import csv
import io
import random
import signal
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path

from actormap import files
from actormap.errors import ActormapError
from actormap.model import places
from actormap.workspace import read
from actormap.workspace.schema import rows

OUTCOMES = ("traceback", "hang", "refused", "warned", "as meant", "silent")
Slip = Callable[[str, random.Random], str]
MONTHS = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
OF_FORM = {
    "amount": "number", "people": "number", "number": "number", "whole": "number", "percent": "number", "share": "number",
    "degrees": "number", "level": "number", "date": "date", "code": "code", "closed": "status", "reference": "id", "end": "id",
    "id": "declared id",
}  # fmt: skip
HELD = ("number", "date", "code", "status", "id", "declared id", "row", "file")
_CODES = frozenset(each.code for each in places.municipalities())


class Hang(BaseException):
    """A read has taken longer than it may."""


def _misspelt(text: str, dice: random.Random) -> str:
    place = dice.randrange(len(text))
    return dice.choice((text[:place] + text[place + 1 :], text[:place] + "q" + text[place:], text[:place] + "#" + text[place + 1 :]))


def _unseen(text: str, dice: random.Random) -> str:
    place = dice.randrange(len(text) + 1)
    return text[:place] + dice.choice("\x06\x1b\u200b\u00ad\u202e\x7f") + text[place:]


def _marked(text: str, dice: random.Random) -> str:
    digits = text.replace(" ", "").partition(".")[0]
    return digits[:-3] + dice.choice(",.") + digits[-3:] if len(digits) > 3 else digits + dice.choice((",,5", "..", " 00 0"))


def _error(_: str, dice: random.Random) -> str:
    return dice.choice(("#SAKNAS!", "#REF!", "#N/A", "#####", "=SUMMA(A1:A9)", "Err:502"))


SLIPS: Mapping[str, tuple[Slip, ...]] = {
    "number": (
        _marked,
        _unseen,
        _error,
        lambda text, dice: text + dice.choice((" tkr", " mkr", " €", "O", "?", " USD", "x")),
        lambda text, _: "-" + text + ".5.5",
        lambda text, _: text.replace("0", "O") if "0" in text else text + "l",
    ),
    "date": (
        _unseen,
        _error,
        lambda text, _: text[:3] + "1" + text[3:4],
        lambda text, _: text[:3],
        lambda text, _: f"{text[:4]}-13",
        lambda text, dice: f"{dice.choice(MONTHS)}-{text[2:4]}",
        lambda _, dice: f"{dice.randrange(1, 28):02}-{dice.choice(MONTHS)}",
        lambda text, _: f"{text[:4]}.1",
        lambda text, _: f"1905-07-{int(text[3:4]) + 1:02}",
        lambda text, _: "1" + text[1:].replace("0", "9", 1) if text[:2] == "20" else text + "?",
        lambda text, _: "0" + text[1:],
        lambda text, _: text.replace("0", "O", 1) if "0" in text else text + "?",
    ),
    "code": (
        _unseen,
        _error,
        lambda text, dice: text.replace(text[dice.randrange(len(text))], "", 1),
        lambda text, dice: text + str(dice.randrange(10)),
        lambda text, _: text[:2] + "o" + text[3:],
        lambda text, _: text[1] + text[0] + text[3] + text[2],
        lambda text, _: f"{text[0]},{text[1:]}",
    ),
    "status": (_misspelt, _unseen, _error, lambda text, _: text.replace("_", "?") + "?"),
    "id": (_misspelt, _unseen, _error, lambda text, _: f"{text}|{text}x", lambda text, _: f"{text};x"),
    "declared id": (_unseen, _error, lambda text, _: f" {text}\u00a0", lambda _, __: "2,01E+11", lambda _, __: "03-apr"),
    "free text": (_misspelt, _unseen, _error, lambda text, _: text.encode("utf-8").decode("cp1252", "replace")),
}


def main() -> None:
    parser = argparse.ArgumentParser(description="Make slips in the built-in tables and see which nobody is told of.")
    parser.add_argument("--slips", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=int, default=20, help="how long one read may take")
    given = parser.parse_args()
    source = files.shipped("data/gria")
    whole = {path.name: path.read_bytes() for path in source.iterdir() if path.suffix in {".csv", ".toml"}}
    outcomes: Counter[tuple[str, str]] = Counter()
    silent: list[str] = []
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "w"
        folder.mkdir()
        for name, data in whole.items():
            (folder / name).write_bytes(data)
        meant = read(folder)
        for number in range(given.slips):
            dice = random.Random(given.seed * 1_000_003 + number)
            name, kind, what, data = _slip(whole, dice)
            (folder / name).write_bytes(data)
            outcome = _outcome(folder, meant, given.seconds, f"{name}: {what}")
            (folder / name).write_bytes(whole[name])
            outcomes[kind, outcome] += 1
            if outcome == "silent" and kind in HELD:
                silent.append(f"{name}: {kind}: {what}")
    _print(outcomes, silent)
    sys.exit(bool(silent or any(outcomes[kind, bad] for kind in (*HELD, "free text") for bad in ("traceback", "hang"))))


def _slip(whole: Mapping[str, bytes], dice: random.Random) -> tuple[str, str, str, bytes]:
    """Return the file, what the slip is in, what it is, and the file with it."""
    table = dice.choice([name for name in rows.TABLES if f"{name}.csv" in whole])
    name = f"{table}.csv"
    text = whole[name].decode("utf-8-sig")
    lines = list(csv.reader(io.StringIO(text, newline="")))
    kind = dice.choice(("row", "file", *(("number", "date", "code", "status", "id", "declared id", "free text") * 3)))
    if kind == "file":
        encoding = dice.choice(("cp850", "mac_roman", "utf-16-le", "utf-7"))
        return name, kind, encoding, text.encode(encoding, "replace")
    cells = [
        (row, column)
        for row in range(1, len(lines))
        for column, title in enumerate(lines[0])
        if column < len(lines[row]) and lines[row][column] and (kind == "row" or _kind(table, title) == kind)
    ]
    if not cells:
        return _slip(whole, dice)
    row, column = dice.choice(cells)
    if kind == "row":
        before = list(lines[row])
        del lines[row][column]
        return name, kind, f"row {row + 1} without {before[column]!r}", _written(lines)
    before = lines[row][column]
    after = dice.choice(SLIPS[kind])(before, dice)
    if after in ("", before) or (kind == "code" and after in _CODES):  # an empty cell says nothing wrong
        return _slip(whole, dice)
    lines[row][column] = after
    return name, kind, f"row {row + 1} {lines[0][column]}: {before!r} → {after!r}", _written(lines)


def _kind(table: str, column: str) -> str:
    form = rows.form(table, column).name if column in rows.columns(table) else "text"
    return OF_FORM.get(form, "free text")


def _written(lines: list[list[str]]) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out).writerows(lines)
    return out.getvalue().encode("utf-8")


def _outcome(folder: Path, meant, seconds: int, what: str) -> str:
    def late(*_) -> None:
        raise Hang

    signal.signal(signal.SIGALRM, late)
    signal.alarm(seconds)
    try:
        found = read(folder)
    except ActormapError:
        return "refused"
    except Hang:
        return "hang"
    except Exception:  # noqa: BLE001  (whatever it is, it is what this looks for)
        print(what, traceback.format_exc(), file=sys.stderr)
        return "traceback"
    finally:
        signal.alarm(0)
    if found.errors:
        return "refused"
    if found.warnings:
        return "warned"
    return "as meant" if found.snapshot == meant.snapshot else "silent"


def _print(outcomes: Counter[tuple[str, str]], silent: list[str]) -> None:
    print(f"{'':12}" + "".join(f"{outcome:>11}" for outcome in OUTCOMES))
    for kind in (*HELD, "free text"):
        print(f"{kind:12}" + "".join(f"{outcomes[kind, outcome]:11}" for outcome in OUTCOMES))
    print(f"{'all':12}" + "".join(f"{sum(count for (_, each), count in outcomes.items() if each == outcome):11}" for outcome in OUTCOMES))
    for line in silent:
        print(f"silent: {line}")


if __name__ == "__main__":
    main()
