"""The embedded store's file as any SQLite tool sees it, and a graph in which every view has something to show."""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager

from actormap.model.coding import CodedAnswer, Indicator, SetQuestion
from actormap.model.records import Actor, Document, Evidence, Municipality, Network, Project, Relationship, Requirement, Snapshot, Theme


@contextmanager
def tool(path):
    """Open the file as any SQLite tool does."""
    with closing(sqlite3.connect(path)) as db:
        db.row_factory = sqlite3.Row
        yield db
        db.commit()


def ask(path, question):
    with tool(path) as db:
        return [dict(row) for row in db.execute(question)]


def one(path, question):
    (row,) = ask(path, question)
    return next(iter(row.values()))


def rich():
    """Return a graph with a project, its owner, a member that said no, and documents."""
    nodes = [
        Actor(id="gr", name="Göteborgsregionen", kind="regional_federation"),
        Actor(id="af", name="Arbetsförmedlingen", kind="national_authority", aliases=("AF", "Af"), attributes=(("färg", "blå"),)),
        Municipality(id="ale", name="Ale", code="1440"),
        Network(id="gria", name="GRIA", kind="network"),
        Project(id="p", name="Vägen in", kind="project", total_budget_sek=2000.0, esf_support_sek=939.6),
        Theme(id="avhopp", name="avhopp", kind="problem_area"),
        Document(id="d1", title="Rapport"),
        Document(id="d2", title="Protokoll"),
    ]
    ties = [
        Relationship(source="gr", type="owns", target="p", evidence=(Evidence(document="d1"),)),
        Relationship(
            source="ale",
            type="participates_in",
            target="p",
            role="skola",
            evidence=(
                Evidence(document="d2", status="implied", confidence=0.4),
                Evidence(document="d1", status="stated", valid_to="2014", confidence=0.9, locator="s. 3"),
                Evidence(document="d1", status="planned", valid_to="2015"),
            ),
        ),
        Relationship(source="p", type="active_in", target="ale", evidence=(Evidence(),)),
        Relationship(source="af", type="member_of", target="gria", evidence=(Evidence(status="denied", document="d2"),)),
        Relationship(source="gr", type="coordinates", target="gria", evidence=(Evidence(),)),
    ]
    required = [Requirement(network="gria", row="skola", column="norr", municipality="ale", theme="avhopp", answer="no")]
    coding = [
        SetQuestion(id="f1", group="form", sv="Ökade närvaron?", en="Did attendance rise?", scale="yes_no"),
        CodedAnswer(project="p", question="f1", answer="yes", document="d1", coder="analyst"),
        Indicator(project="p", indicator="närvaro", value=2.5, document="d1"),
    ]
    return Snapshot.of(nodes, ties, required, coding)
