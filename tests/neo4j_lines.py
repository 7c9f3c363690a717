"""The release lines of Neo4j that the tests ask: their jars, fetched with Maven, and the Java that runs them.

The long-term line (5.26) needs Java 17, the current line Java 21. What is missing is said in the sentence of `Missing`.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import zipfile
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent / "neo4j"
CACHE = Path(os.environ.get("ACTORMAP_CACHE", Path.home() / ".cache" / "actormap"))


class Missing(Exception):
    """Something the server needs is not on this machine; the message says how to get it."""


@dataclass(frozen=True)
class Line:
    """A release line of the server: the pom that fetches it, its main class, and the Java it needs."""

    name: str
    pom: str
    main_class: str
    java: int
    often: bool = False  # it is started often enough in a test run for an archive of its classes to be worth making


LONG_TERM = Line("5.26", "neo4j-5.26.xml", "org.neo4j.server.CommunityEntryPoint", 17, often=True)
CURRENT = Line("current", "neo4j-current.xml", "org.neo4j.server.Neo4jCommunity", 21)


def jars_of(line: Line) -> Path:
    """Return the folder with the server's jars, fetched once into a cache outside the checkout."""
    target = CACHE / f"neo4j-{line.name}-{_version(line)}-unsigned"
    if not target.is_dir():
        maven = shutil.which("mvn")
        if maven is None:
            raise Missing("Neo4j is fetched with Maven, which is not here; on Debian: apt-get install maven openjdk-17-jre-headless")
        fetched = target.with_suffix(f".{os.getpid()}")
        command = [maven, "-q", "-B", "-f", HERE / line.pom, "dependency:copy-dependencies", "-DincludeScope=runtime"]
        told = subprocess.run([*command, f"-DoutputDirectory={fetched}"], check=False, capture_output=True, text=True)
        if told.returncode:
            raise Missing(f"Maven could not fetch Neo4j {line.name}; it needs a package registry. It says: {told.stdout[-300:]}")
        _unsign(fetched)
        if target.is_dir():  # somebody else fetched it meanwhile
            shutil.rmtree(fetched)
        else:
            fetched.replace(target)
    return target


def _unsign(jars: Path) -> None:
    """Take the signatures off the jars: checking them is a quarter of the work of a start, and Java archives no signed class."""
    for jar in jars.glob("*.jar"):
        with zipfile.ZipFile(jar) as signed:
            signatures = {name for name in signed.namelist() if re.fullmatch(r"META-INF/[^/]+\.(SF|RSA|DSA|EC)", name)}
            if signatures:
                plain = jar.with_suffix(".plain")
                with zipfile.ZipFile(plain, "w") as kept:
                    for name in signed.namelist():
                        content = signed.read(name)
                        if name == "META-INF/MANIFEST.MF":
                            content = re.split(rb"\r?\n\r?\n", content, maxsplit=1)[0] + b"\r\n\r\n"  # without the sums of the files
                        if name not in signatures:
                            kept.writestr(name, content)
        if signatures:
            plain.replace(jar)


def _version(line: Line) -> str:
    (version,) = set(re.findall(r"<version>(\d{4}\.[\d.]+|5\.[\d.]+)</version>", (HERE / line.pom).read_text(encoding="utf-8")))
    return version


def java_of(line: Line) -> str:
    """Return a Java that the line runs on: that of JAVA_HOME, the one on the path, or one where systems keep them."""
    places = [Path(os.environ.get("JAVA_HOME", "")) / "bin" / "java", *sorted(Path("/usr/lib/jvm").glob("*/bin/java"))]
    on_path = shutil.which("java")
    for candidate in [*([on_path] if on_path else []), *(str(place) for place in places if place.is_file())]:
        told = subprocess.run([candidate, "-version"], capture_output=True, text=True, check=False).stderr
        match = re.search(r'version "(\d+)', told)
        if match and int(match[1]) >= line.java:
            return candidate
    raise Missing(f"Neo4j needs Java {line.java} or later, which is not here; on Debian: apt-get install openjdk-{line.java}-jre-headless")
