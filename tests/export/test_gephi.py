"""Claims about what Gephi itself reads of our GEXF; skipped where Maven does not keep its toolkit, but where it must be there."""

from __future__ import annotations

import os
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

import actormap
from actormap.export import gexf, graphs
from actormap.model.vocabulary import Vocabulary

TOOLKIT = Path.home() / ".m2/repository/org/gephi/gephi-toolkit/0.10.1/gephi-toolkit-0.10.1-all.jar"
READER = Path(__file__).with_name("GephiReader.java")
HOW_TO_GET_IT = "Gephi's toolkit is fetched by: mvn dependency:get -Dartifact=org.gephi:gephi-toolkit:0.10.1:jar:all (Java 17, 82 MB)"

pytestmark = pytest.mark.slow


@pytest.fixture(autouse=True)
def toolkit():
    if not (TOOLKIT.is_file() and shutil.which("java")):
        if "gephi" in os.environ.get("ACTORMAP_REQUIRE", ""):
            pytest.fail(HOW_TO_GET_IT)
        pytest.skip(HOW_TO_GET_IT)


def day(milliseconds):
    return datetime.fromtimestamp(int(milliseconds) / 1000, UTC).date().isoformat()


def test_gephi_keeps_every_relationship_its_type_the_colours_and_the_time(tmp_path):
    snapshot = actormap.open("gria").snapshot
    file = tmp_path / "gria.gexf"
    file.write_bytes(gexf.write(graphs.whole(snapshot, Vocabulary.load())))
    command = ["java", "-Djava.awt.headless=true", "-cp", str(TOOLKIT), str(READER), str(file)]
    told = subprocess.run(command, capture_output=True, text=True, timeout=300, check=True).stdout
    read = dict(line.split("=", 1) for line in told.splitlines() if "=" in line)
    ties = snapshot.relationships
    assert (int(read["nodes"]), int(read["edges"])) == (sum(1 for _ in snapshot.nodes()), len(ties))
    assert {each.partition(" · ")[0] for each in read["types"].split(",")} == {tie.type for tie in ties}
    assert int(read["weight"]) == 1000 * len(ties)
    assert int(read["colours"]) > 1
    assert day(read["begins"]) < day(read["ends"])
