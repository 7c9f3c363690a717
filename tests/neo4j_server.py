"""A real Neo4j for the tests, started on a free port with a home of its own, stopped by its own process."""

from __future__ import annotations

import atexit
import hashlib
import os
import random
import secrets
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import neo4j

from tests.neo4j_lines import CACHE, HERE, Line, Missing, jars_of, java_of

START_SECONDS = 240
# Tests ask little of a server for a short while: it is not worth compiling well what runs a few hundred times.
QUICK = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
FOLDERS = ("conf", "data", "logs", "run", "import", "plugins", "licenses", "certificates")
FIRST_PASSWORD = "neo4j"  # noqa: S105  # what a new server begins with


@dataclass
class Server:
    """A server of ours. It can be killed and started again on the same data and port."""

    line: Line
    home: Path
    jars: Path
    java: str
    port: int = 0
    password: str = field(default_factory=lambda: secrets.token_hex(16))
    process: subprocess.Popen[bytes] | None = None
    flags: tuple[str, ...] = ()
    is_new: bool = True

    @property
    def uri(self) -> str:
        """Return the address of its Bolt port."""
        return f"bolt://127.0.0.1:{self.port}"

    def prepare(self, *lines: str) -> None:
        """Lay out its home, once, with more lines in its configuration if given."""
        for folder in FOLDERS:
            (self.home / folder).mkdir(parents=True)
        self.port = _free_port()
        template = (HERE / "neo4j.conf").read_text(encoding="utf-8")
        settings = "\n".join([template.replace("PORT", str(self.port)), *lines, ""])
        (self.home / "conf" / "neo4j.conf").write_text(settings, encoding="utf-8")

    def start(self) -> None:
        """Start it and wait until it answers; the first time it is given its password."""
        home = [f"--home-dir={self.home}", f"--config-dir={self.home / 'conf'}"]
        with (self.home / "logs" / "console.log").open("ab") as log:
            self.process = subprocess.Popen(self._java(self.line.main_class, *home), env=self._environment(), stdout=log, stderr=log)
        last = time.monotonic() + START_SECONDS
        while True:
            try:
                self._greet()
            except (neo4j.exceptions.DriverError, neo4j.exceptions.Neo4jError) as error:
                ended = self.process.poll()
                if time.monotonic() > last or ended is not None:
                    told = (self.home / "logs" / "console.log").read_text(encoding="utf-8", errors="replace")[-2000:]
                    raise RuntimeError(f"Neo4j has not started (exit code {ended}). It says: {told}") from error
                time.sleep(0.3)
            else:
                return

    def restart(self, line: str) -> None:
        """Start it anew with one more line in its configuration."""
        self.stop()  # what a kill leaves to recover could not be written to a database that is to be read only
        with (self.home / "conf" / "neo4j.conf").open("a", encoding="utf-8") as settings:
            settings.write(f"{line}\n")
        self.start()

    def admin(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run neo4j-admin on it while it stands still, in its own home: an import leaves its report where it stands."""
        command = self._java("org.neo4j.server.startup.Neo4jAdminCommand", *arguments)
        return subprocess.run(
            command, cwd=self.home, env=self._environment(), capture_output=True, text=True, encoding="utf-8", check=False
        )

    def kill(self) -> None:
        """End it at once, as a power cut would."""
        self._end(signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)

    def crash(self) -> None:
        """End it as a machine's death would: what its files hold at this moment is all that is left of it."""
        assert self.process is not None
        self.process.send_signal(signal.SIGSTOP)
        data, copied = self.home / "data", self.home / "copied"
        shutil.copytree(data, copied)
        self.kill()
        shutil.rmtree(data)
        copied.rename(data)

    def stop(self) -> None:
        """End it in order."""
        self._end(signal.SIGTERM)

    def driver(self, user: str = "neo4j", password: str | None = None) -> neo4j.Driver:
        """Return a driver to it."""
        return neo4j.GraphDatabase.driver(self.uri, auth=(user, password or self.password))

    def version(self) -> str:
        """Return the version it says it is."""
        with self.driver() as driver:
            return driver.get_server_info().agent

    def empty(self, *, constraints: bool = False) -> None:
        """Remove every node and relationship, and the constraints too if asked; they take a second to make again."""
        with self.driver() as driver, driver.session() as session:
            session.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 20000 ROWS").consume()
            for record in list(session.run("SHOW CONSTRAINTS YIELD name")) if constraints else ():
                session.run(f"DROP CONSTRAINT `{record['name']}`").consume()

    def environment(self) -> dict[str, str]:
        """Return what the store reads from the environment to reach it."""
        return {"NEO4J_USERNAME": "neo4j", "NEO4J_PASSWORD": self.password}

    def is_running(self) -> bool:
        """Return whether its process lives."""
        return self.process is not None and self.process.poll() is None

    def _greet(self) -> None:
        if self.is_new:
            with self.driver(password=FIRST_PASSWORD) as driver, driver.session(database="system") as session:
                given = {"before": FIRST_PASSWORD, "password": self.password}
                session.run("ALTER CURRENT USER SET PASSWORD FROM $before TO $password", given).consume()
            self.is_new = False
        with self.driver() as driver, driver.session(database="neo4j") as session:
            session.run("RETURN 1").consume()  # it answers for itself before it does for its databases

    def _end(self, how: int) -> None:
        if self.process is not None:
            self.process.send_signal(how)
            self.process.wait(timeout=START_SECONDS)  # whoever archives its classes does it at the end
            self.process = None

    def _java(self, *arguments: str) -> list[str]:
        return [self.java, "-Xmx1g", *self.flags, "-cp", str(self.jars / "*"), *arguments]

    def _environment(self) -> dict[str, str]:
        return {**os.environ, "NEO4J_HOME": str(self.home), "NEO4J_CONF": str(self.home / "conf")}


_SHARED: dict[str, Server | Missing] = {}


def shared(line: Line) -> Server:
    """Return the server of a line that a whole test run shares, started by whoever asks first; raise `Missing` if it cannot be had here."""
    if line.name not in _SHARED:
        try:
            jars, java = jars_of(line), java_of(line)
            flags = (*QUICK, *(_archive(line, jars, java) if line.often else ()))
            server = Server(line, Path(tempfile.mkdtemp(prefix="actormap-neo4j-")), jars, java, flags=flags)
            server.prepare()
            server.start()
            _SHARED[line.name] = server
            atexit.register(server.kill)
        except Missing as missing:
            _SHARED[line.name] = missing
    found = _SHARED[line.name]
    if isinstance(found, Missing):
        raise found
    return found


def versions() -> list[str]:
    """Return the versions of the shared servers."""
    return [server.version() for server in _SHARED.values() if isinstance(server, Server) and server.is_running()]


def stop_shared() -> None:
    """Stop the servers that have been shared and remove their homes."""
    for server in [one for one in _SHARED.values() if isinstance(one, Server)]:
        server.kill()
        shutil.rmtree(server.home, ignore_errors=True)
    _SHARED.clear()


@contextmanager
def running(line: Line, home: Path, *, quick: bool = False) -> Iterator[Server]:
    """Yield a server of a line that has been started in a new home; raise `Missing` if it cannot be had here.

    A `quick` one is soon there and slow in the long run, as those of the tests are.
    """
    jars, java = jars_of(line), java_of(line)
    server = Server(line, home, jars, java, flags=(*QUICK, *_archive(line, jars, java)) if quick else ())
    server.prepare()
    server.start()
    try:
        yield server
    finally:
        server.stop()


def _archive(line: Line, jars: Path, java: str) -> tuple[str, ...]:
    """Return the flags with which a server takes its classes as they were once loaded, which halves the work of a start.

    The archive is made in the cache by a server that has been put to use and stops. Where that fails, a server starts without it.
    """
    told = subprocess.run([java, "-version"], capture_output=True, text=True, check=False).stderr
    made_of = "\n".join([told, java, str(jars), *QUICK])
    target = CACHE / f"{jars.name}-{hashlib.sha256(made_of.encode()).hexdigest()[:16]}.jsa"
    if not target.is_file():
        made = target.with_suffix(f".{os.getpid()}")
        home = Path(tempfile.mkdtemp(prefix="actormap-neo4j-"))
        server = Server(line, home, jars, java, flags=(*QUICK, f"-XX:ArchiveClassesAtExit={made}"))
        server.prepare()
        server.start()
        try:
            _use(server)
            server.stop()
        finally:
            server.kill()
            shutil.rmtree(home, ignore_errors=True)
        if made.is_file():
            made.replace(target)
    return (f"-XX:SharedArchiveFile={target}",) if target.is_file() else ()


def _use(server: Server) -> None:
    """Load and read a graph, so that the server has loaded the classes which that takes."""
    from actormap import workspace
    from actormap.store import Origin
    from actormap.store.neo4j import Neo4jStore

    os.environ.update(server.environment())
    with Neo4jStore(server.uri, busy_seconds=START_SECONDS) as store:  # on a busy machine the first statements take long
        gria = workspace.read("gria").snapshot
        store.load(gria, Origin("gria", "2025-01-01"))
        store.load(gria, Origin("gria", "2025-01-02"))
        store.read()
        store.status()


def _free_port() -> int:
    # Below the ports that systems give to whoever calls out: one of those could be taken while a server that is to come back is away.
    for port in random.SystemRandom().sample(range(20_000, 32_000), 100):
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port
    raise Missing("Neo4j needs a port between 20000 and 32000, and none of a hundred is free.")
