"""What the three questions of cypher/gds answer of GRIA where the plug-in Graph Data Science is, beside what networkx answers.

    python -m benchmarks.gds

Maven fetches the plug-in (139 jars, benchmarks/gds.xml), and a Neo4j 5.26 of its own is started with it. Each question is asked twice, as
it is pasted: the second time it has to do away with what the first has left.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

import networkx as nx
from tests.neo4j_lines import LONG_TERM, jars_of, java_of
from tests.neo4j_server import Server

from actormap import workspace
from actormap.store import Origin
from actormap.store.neo4j import Neo4jStore
from actormap.store.neo4j.statements import names, statement

POM = Path(__file__).with_name("gds.xml")
TIES = (
    "MATCH (a:Actormap:Actor)-[r:MEMBER_OF|REPRESENTED_IN|COORDINATES|CARRIES_OUT|OWNS|PARTICIPATES_IN]->(v:Actormap) "
    "WHERE r.status IN ['stated', 'stated_collectively', 'implied'] RETURN a.id AS actor, v.id AS venue, a.name AS a, v.name AS v"
)


class WithPlugin(Server):
    """A server whose plug-ins lie on its class path, as its own starting script has them."""

    def _java(self, *arguments: str) -> list[str]:
        return [self.java, "-Xmx1g", "-cp", os.pathsep.join([str(self.jars / "*"), str(self.home / "plugins" / "*")]), *arguments]


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        server = WithPlugin(LONG_TERM, Path(name) / "neo4j", jars_of(LONG_TERM), java_of(LONG_TERM))
        server.prepare("dbms.security.procedures.unrestricted=gds.*")
        plug_in(server)
        server.start()
        try:
            os.environ.update(server.environment())
            with Neo4jStore(server.uri, busy_seconds=60) as store:
                store.load(workspace.read("gria").snapshot, Origin("gria", "2026-01-01"))
            (version,) = asked(server, "RETURN gds.version() AS version")
            print(f"{server.version()}, Graph Data Science {version['version']}")
            ties = asked(server, TIES)
            for question in names("gds"):
                begun = time.perf_counter()
                rows = asked(server, statement(f"gds/{question}"))
                first, begun = time.perf_counter() - begun, time.perf_counter()
                again = asked(server, statement(f"gds/{question}"))
                print(f"{question:12} {len(rows):3} rows, {first:.2f} s, again {time.perf_counter() - begun:.2f} s", end="; ")
                print("the same rows again" if rows == again else "other rows again", end="; ")
                print(COMPARED[question](ties, rows))
        finally:
            server.kill()


def plug_in(server: Server) -> None:
    fetched = server.home / "fetched"
    command = ["mvn", "-q", "-B", "-f", POM, "dependency:copy-dependencies", "-DincludeScope=runtime", f"-DoutputDirectory={fetched}"]
    subprocess.run(command, check=True)
    # What the server has itself it is not given twice.
    there = {stem(path) for path in server.jars.glob("*.jar")}
    own = re.findall(r"<version>(2\.[\d.]+)</version>", POM.read_text(encoding="utf-8"))[0]
    for path in fetched.glob("*.jar"):
        if path.stem.endswith(own) or stem(path) not in there:
            shutil.move(path, server.home / "plugins")


def stem(path: Path) -> str:
    return path.stem.rpartition("-")[0]


def asked(server: Server, question: str) -> list[dict[str, object]]:
    with server.driver() as driver, driver.session() as session:
        return [record.data() for record in session.run(question)]


def ranked(scores: dict[str, float], rows: list[dict[str, object]]) -> str:
    wanted = sorted(scores, key=lambda identity: (-round(scores[identity], 6), identity))[: len(rows)]
    most = max(abs(scores[row["id"]] - row["score"]) for row in rows)
    order = "in the same order" if [row["id"] for row in rows] == wanted else "in another order"
    return f"at most {most:.1e} from networkx, {order}"


def betweenness(ties, rows) -> str:
    return ranked(nx.betweenness_centrality(drawn(ties), normalized=False), rows)


def page_rank(ties, rows) -> str:
    graph = drawn(ties)
    scores = nx.pagerank(graph, tol=1e-13, max_iter=10_000)  # whose sum is one, where that of the plug-in is the number of nodes
    return ranked({identity: score * len(graph) for identity, score in scores.items()}, rows)


def communities(ties, rows) -> str:
    graph = nx.Graph((tie["a"], tie["v"]) for tie in ties)
    ours = nx.community.modularity(graph, [set(row["members"]) for row in rows])
    theirs = max(nx.community.modularity(graph, nx.community.louvain_communities(graph, seed=seed)) for seed in range(20))
    return f"modularity {ours:.4f}, the best of 20 by networkx {theirs:.4f}"


def drawn(ties) -> nx.Graph:
    return nx.Graph((tie["actor"], tie["venue"]) for tie in ties)


COMPARED = {"betweenness": betweenness, "communities": communities, "page_rank": page_rank}


if __name__ == "__main__":
    main()
