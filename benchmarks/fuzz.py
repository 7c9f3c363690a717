"""What actormap says of input that nobody has written: each try is refused in a sentence, or accepted, and never ends in a traceback.

python -m benchmarks.fuzz [--tries 10000] [--minutes 60] [--seed 1] [--seconds 20] [--what backups,databases,…]

Backups and databases are the built-in graph, spoilt; one accepted backup in fifty is analysed, and one in five hundred drawn. No address
leads beyond 127.0.0.1: names are not resolved, and a server is only dialled where nothing listens. A try hangs if it takes longer than
`--seconds`, the time that it waits for a processor which others use not counted (that is known on Linux); what it was is then printed.
"""

from __future__ import annotations

import argparse
import contextlib
import gzip
import io
import json
import os
import random
import signal
import socket
import sqlite3
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from itertools import takewhile
from pathlib import Path
from unittest import mock

import actormap
from actormap.analysis.queries import catalogue
from actormap.atlas import query, sync
from actormap.cli.main import run
from actormap.errors import ActormapError
from actormap.store import Origin, open_store
from actormap.store.backup import restore

Try = Callable[[int], bool]
ODD = (
    *("", " ", "\0", "\ud800", "å" * 300, "x" * 5000, "../..", "~", "%", "?", "#", "|", "2014-02-31", "9999-99", "0000", "NaN", "1e999"),
    *("9" * 30, "-1", "99", str(2**63), "9" * 5000, "actor", "gr", "gria", "\u202e", "\n", "=1+1", "'"),
)
VALUES = (None, True, -1, 99, 2**63, 10**400, 1e308, 0.5, [], {}, [[]], ["a|b"], [{}], {"a": 1}, {"a": "b"}, *ODD)
SERVERS = ("neo4j://127.0.0.1:9", "bolt://127.0.0.1:9", "bolt+s://127.0.0.1:9", "neo4j://nowhere.invalid", "bolt://nowhere.invalid:1")
ADDRESSES = (
    "sqlite:///graph.sqlite",
    "sqlite:////tmp/x/graph.sqlite",
    "sqlite:///C:/maps/g.sqlite",
    "sqlite:///:memory:",
    "neo4j",
    *SERVERS,
)
VARIABLES = ("ACTORMAP_STORE", "ACTORMAP_WORKSPACE", "ACTORMAP_CONFIG", "NEO4J_URI", "NEO4J_USERNAME", "NEO4J_PASSWORD", "NEO4J_DATABASE")
VARIABLES += ("LANG", "LC_ALL", "COLUMNS", "LINES", "NO_COLOR", "TERM", "TZ", "HOME", "TMPDIR", "PYTHONIOENCODING")


class Hang(BaseException):
    """A try has taken longer than it may."""


class Unsound(AssertionError):
    """What was accepted cannot be worked with."""


def spoilt(text: str, chance: random.Random) -> str:
    """Return a text with one to three things changed."""
    for _ in range(chance.randint(1, 3)):
        at, to = sorted(chance.randint(0, len(text)) for _ in range(2))
        text = chance.choice((text[:at] + chance.choice(ODD) + text[at:], text[:at] + text[to:], text[:to] + text[at:to] * 2, text[at:to]))
    return text


def spoilt_bytes(data: bytes, chance: random.Random) -> bytes:
    """Return bytes with some of them changed, or cut off."""
    if chance.random() < 0.1:
        return data[: chance.randrange(len(data))]
    changed = bytearray(data)
    for _ in range(chance.choice((1, 3, 30, 300))):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def backups(folder: Path, chance: random.Random) -> Try:
    """Restore the built-in graph with values, fields, lines or bytes of its backup changed."""
    file, place = folder / "graph.gz", folder / "spoilt.gz"
    sync.save_backup(actormap.open("gria"), file)
    lines = gzip.decompress(file.read_bytes()).splitlines(keepends=True)
    accepted = Counter[str]()

    def once(number: int) -> bool:
        rows = list(lines)
        for _ in range(chance.randint(1, 2)):
            at = chance.randrange(len(rows)) if chance.random() < 0.9 else 0
            rows[at] = _spoilt_line(rows[at], chance)
        if chance.random() < 0.05:
            rows.insert(chance.randrange(len(rows)), chance.choice(rows))
        data = gzip.compress(b"".join(rows), 1)
        place.write_bytes(spoilt_bytes(data, chance) if chance.random() < 0.05 else data)
        kept = restore(place)
        sync.refuse_invalid(kept, str(place))
        accepted["backups"] += 1
        if accepted["backups"] % 50 == 1:
            _live(place, folder / f"{number}.sqlite", drawn=accepted["backups"] % 500 == 1)
        return kept is not None

    return once


def _spoilt_line(line: bytes, chance: random.Random) -> bytes:
    if chance.random() < 0.1:
        return spoilt_bytes(line, chance)
    try:
        value = json.loads(line)
        key = chance.choice([*value, "note", "aliases"])
        holder = value
        while isinstance(holder.get(key), dict | list) and holder[key] and chance.random() < 0.8:
            inner = holder[key]
            holder = inner if isinstance(inner, dict) else chance.choice([each for each in inner if isinstance(each, dict)] or [holder])
            if holder is value:
                break
            key = chance.choice([*holder, "level", "valid_to", "confidence"])
        new = chance.choice(VALUES)
        holder[key] = spoilt(holder[key], chance) if isinstance(holder.get(key), str) and chance.random() < 0.4 else new
        if chance.random() < 0.1:
            del holder[key]
        return json.dumps(value).encode("utf-8", "surrogatepass") + b"\n"
    except (ValueError, TypeError, AttributeError):
        return line


def _live(backup: Path, store: Path, *, drawn: bool) -> None:
    try:
        sync.load_backup(backup, f"sqlite:///{store}")
        atlas = actormap.open(store=f"sqlite:///{store}")
        atlas.centrality()
        if drawn:
            with contextlib.redirect_stdout(io.StringIO()):
                code = run(["map", "--store", f"sqlite:///{store}", "-o", str(store.with_suffix(".html")), "-q"])
            assert code == 0, "it cannot be drawn"
    except Exception as error:
        raise Unsound(f"an accepted backup ends in {type(error).__name__}") from error
    finally:
        store.unlink(missing_ok=True)


def databases(folder: Path, chance: random.Random) -> Try:
    """Read a store with the built-in graph whose file has bytes, or whose rows have values, that were never written."""
    file, place = folder / "whole.sqlite", folder / "spoilt.sqlite"
    with open_store(f"sqlite:///{file}") as store:
        store.load(actormap.open("gria").snapshot, Origin("gria", "2025-01-01T00:00:00+00:00"))
    whole = file.read_bytes()
    with contextlib.closing(sqlite3.connect(file)) as db:
        names = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")]
        columns = [(table, column[1]) for table in names for column in db.execute(f"PRAGMA table_info({table})")]

    def once(number: int) -> bool:
        place.unlink(missing_ok=True)
        place.write_bytes(whole if number % 2 else spoilt_bytes(whole, chance))
        if number % 2:
            with contextlib.closing(sqlite3.connect(place)) as db, contextlib.suppress(sqlite3.Error):
                table, column = chance.choice(columns)
                value = chance.choice((None, -1, 2**62, 1e308, b"\xff\xfe", b"", "[" * 5000, "{}", "[1]", "\x00", "hej", "9" * 30))
                db.execute(f'UPDATE "{table}" SET "{column}" = ? WHERE rowid % ? = 0', (value, chance.choice((1, 7))))  # noqa: S608
                db.commit()
        with open_store(f"sqlite:///{place}") as store:
            store.status()
            store.read()
        if number % 20 == 0:
            actormap.open(store=f"sqlite:///{place}").centrality()
        return True

    return once


def parameters(folder: Path, chance: random.Random) -> Try:  # noqa: ARG001
    """Ask the named questions with parameters that nobody means."""
    snapshot = actormap.open("gria").snapshot
    questions = list(catalogue().values())

    def once(number: int) -> bool:  # noqa: ARG001
        asked = chance.choice(questions)
        known = [each.name for each in asked.parameters] or ["x"]
        given = {chance.choice(known): _word(chance) for _ in range(chance.randint(0, 3))}
        query.ask(snapshot, asked.name if chance.random() < 0.95 else _word(chance), **given)
        return True

    return once


def _word(chance: random.Random) -> str:
    return chance.choice((chance.choice(ODD), spoilt("gria", chance), str(chance.randint(-(2**70), 2**70)), "2014"))


def addresses(folder: Path, chance: random.Random) -> Try:
    """Open and ask stores at addresses that are none; what names a server is only read as an address."""

    def once(number: int) -> bool:  # noqa: ARG001
        uri = spoilt(chance.choice(ADDRESSES), chance) if chance.random() < 0.9 else chance.choice(ODD)
        with open_store(uri, base=folder) as store:
            if uri.strip().lower().startswith("sqlite"):
                store.exists()
                store.status()
        return True

    return once


def environment(folder: Path, chance: random.Random) -> Try:
    """Run commands with environment variables that hold nonsense."""
    commands = (("status",), ("query", "where-funding-goes"), ("check",), ("help",), ("centrality", "-w", "gria", "--no-certainty"))

    def once(number: int) -> bool:  # noqa: ARG001
        found: dict[str, str] = {}
        for name in chance.sample(VARIABLES, chance.randint(1, 4)):
            value = (
                spoilt(chance.choice((*ADDRESSES, "gria", "sv_SE.UTF-8", "80")), chance) if chance.random() < 0.5 else chance.choice(ODD)
            )
            found[name] = value.replace("\0", "").replace("\ud800", "\udc80")  # the system lets no other through
        command = chance.choice(commands)
        sink = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", errors="backslashreplace")
        with (
            mock.patch.dict(os.environ, found),
            contextlib.chdir(folder),
            contextlib.redirect_stdout(sink),
            contextlib.redirect_stderr(sink),
        ):
            try:
                return run(list(command)) == 0
            except Hang as hang:
                hang.add_note(f"{command} with {found}")
                raise

    return once


WAYS: Mapping[str, Callable[[Path, random.Random], Try]] = {
    each.__name__: each for each in (backups, databases, parameters, addresses, environment)
}


@contextlib.contextmanager
def at_home() -> Iterator[None]:
    """Let no name be resolved and nothing be dialled but 127.0.0.1 within the block."""
    real = socket.socket.connect

    def connect(self: socket.socket, address: object) -> None:
        if not (isinstance(address, tuple) and address[0] == "127.0.0.1"):
            raise OSError(f"{address!r} lies beyond this machine")
        real(self, address)

    def resolve(host: object, port: object, *_: object, **__: object) -> list[object]:
        if host not in ("127.0.0.1", b"127.0.0.1"):
            raise socket.gaierror(socket.EAI_NONAME, "names are not resolved here")
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", int(str(port))))]

    with mock.patch.object(socket.socket, "connect", connect), mock.patch.object(socket, "getaddrinfo", resolve):
        yield


def _starved() -> float:
    """Return how many seconds this process has waited for a processor, where the system tells (Linux), else nothing."""
    told = Path("/proc/self/schedstat")
    return int(told.read_text(encoding="ascii").split()[1]) / 1e9 if told.exists() else 0.0


def tried(once: Try, number: int, seconds: int) -> str:
    """Return how one try ended; print the traceback of one that should not have ended so."""

    begun = time.monotonic() - _starved()

    def ring(*_: object) -> None:
        left = seconds - (time.monotonic() - _starved() - begun)
        if left < 1:
            raise Hang
        signal.alarm(int(left))

    signal.signal(signal.SIGALRM, ring)
    signal.alarm(seconds)
    try:
        return "accepted" if once(number) else "refusals"
    except ActormapError:
        return "refusals"
    except Hang:
        print(f"--- try {number} hangs\n{traceback.format_exc()[-1500:]}", file=sys.stderr, flush=True)
        return "hangs"
    except Exception as error:  # noqa: BLE001  (whatever it is, it is a find)
        # What is odd may be thousands of characters long, and stand in the message.
        print(f"--- try {number}\n{''.join(traceback.format_exception(error, limit=-6, chain=False))[:1500]}", file=sys.stderr, flush=True)
        return "tracebacks"
    finally:
        signal.alarm(0)


def main() -> int:
    parser = argparse.ArgumentParser(description="Try what nobody has written.")
    parser.add_argument("--tries", type=int, default=10_000)
    parser.add_argument("--minutes", type=float, default=60.0, help="how long each kind may take; what has been tried by then is told")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=int, default=20, help="how long one try may take")
    parser.add_argument("--what", default=",".join(WAYS))
    options = parser.parse_args()
    bad = 0
    print(f"{'':12} {'tries':>7} {'refusals':>9} {'accepted':>9} {'tracebacks':>11} {'hangs':>6} {'seconds':>8}")
    for name in options.what.split(","):
        tally, start = Counter[str](), time.monotonic()
        with tempfile.TemporaryDirectory() as folder, at_home():
            once = WAYS[name](Path(folder), random.Random(options.seed))
            until = start + 60 * options.minutes
            numbers = takewhile(lambda _, until=until: time.monotonic() < until, range(options.tries))
            tally.update(tried(once, number, options.seconds) for number in numbers)
        bad += tally["tracebacks"] + tally["hangs"]
        told = (
            f"{tally['refusals']:>9} {tally['accepted']:>9} {tally['tracebacks']:>11} {tally['hangs']:>6} {time.monotonic() - start:>8.0f}"
        )
        print(f"{name:12} {tally.total():>7} {told}", flush=True)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
