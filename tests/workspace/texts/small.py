"""A small workspace whose names texts are searched for, and one page about its project Bron."""

from __future__ import annotations

from actormap.model.records import Actor, Evidence, Municipality, Network, Project, Relationship, Snapshot, Theme
from actormap.model.vocabulary import Vocabulary
from actormap.workspace.texts import page_text
from actormap.workspace.texts.page_text import TextNames

OWNS = Relationship(source="insjon", type="owns", target="bron", evidence=(Evidence(document="sidan"),))
SNAPSHOT = Snapshot.of(
    [
        Actor(id="gr", name="Göteborgsregionen (GR)", kind="regional_federation", aliases=("GR", "Göteborgsregionen", "GRs")),
        Actor(id="insjon", name="Samordningsförbundet Insjön", kind="coordination_association"),
        Network(id="gria", name="GRIA-nätverket", kind="network", aliases=("GRIA",)),
        Network(id="radet", name="Kompetensrådet", kind="council"),
        Actor(id="navet", name="Kunskapsnavet", kind="unit"),
        Network(id="navet2", name="Kunskapsnavet", kind="network"),
        Project(id="bron", name="Bron till arbete", kind="project", aliases=("Bron",)),
        Project(id="stegen", name="Stegen 2.0", kind="project"),
        Municipality(id="lerum", name="Lerum", code="1441"),
        Theme(id="skolk", name="Skolk", kind="problem_area"),
    ],
    [OWNS],
)
VOCABULARY = Vocabulary.load()
NAMES = TextNames.of(SNAPSHOT)


def read(text, project="bron"):
    return page_text.read(text.split("\n"), SNAPSHOT, VOCABULARY, project=project, names=NAMES)


def found(text):
    """Return what a text names: each form with whom it means and by which rule."""
    return [(each.form, each.known.id or each.known.name, each.rule) for each in read(text).mentions]


def said(text, project="bron"):
    """Return the candidates of a text: who, what, whom."""
    return [(each.source.id or each.source.name, each.type, each.target.id or each.target.name) for each in read(text, project).candidates]
