"""Snapshots to draw, and the page of one as the whole job would have it."""

from __future__ import annotations

import random
from functools import cache

from actormap import workspace
from actormap.analysis.centrality import measures
from actormap.analysis.cohesion import communities
from actormap.analysis.composition import gaps
from actormap.graph.views import build
from actormap.i18n import LANGUAGES, Texts
from actormap.map.draw import draw
from actormap.map.overlays.overlay import Overlay
from actormap.model.records import Actor, Document, Evidence, Municipality, Network, Project, Relationship, Snapshot, Theme
from actormap.model.vocabulary import Vocabulary

VOCABULARY = Vocabulary.load()
DATE = "2026-01-31"
NOTE = {"sv": "Påhittade uppgifter", "en": "Invented data"}
STATED = (Evidence(document="d1", locator="4"),)


def tie(source, type_, target, *evidence, **key):
    return Relationship(source=source, type=type_, target=target, evidence=evidence or STATED, **key)


def page_of(
    snapshot, *, lang="sv", title="Provkarta", focal=None, found=None, note=NOTE, scores=("degree", "betweenness"), engine="pyvis", **more
):
    """Return the page of a snapshot, with communities and measures of its affiliation view, and gaps round the focal network."""
    view = build(snapshot, VOCABULARY, "affiliation", lift=False)
    if found is None:
        found = reasons(snapshot, focal) if focal else {}
    values = {name: measures.measure(name).score(view, False) for name in scores}
    return draw(
        snapshot,
        vocabulary=VOCABULARY,
        title=title,
        lang=lang,
        date=DATE,
        groups=communities.find(view, seed=7).membership(),
        measures={name: {key: value for key, value in score.items() if value is not None} for name, score in values.items()},
        overlays=[*gap_overlay(found), *more.pop("overlays", ())],
        focal=focal,
        source_note=note,
        engine=engine,
        **more,
    )


def gap_overlay(found):
    """Return the gaps as an overlay, if there are any."""
    texts = {lang: Texts.load(lang) for lang in LANGUAGES}
    name, meaning = ({lang: text(f"overlays.gaps.{part}") for lang, text in texts.items()} for part in ("name", "meaning"))
    return [Overlay("gaps", name, meaning, found)] if found else []


def reasons(snapshot, focal):
    """Return why each node of the gap report stands there, in both languages."""
    found = {}
    texts = {lang: Texts.load(lang) for lang in LANGUAGES}
    for row in gaps.find(build(snapshot, VOCABULARY, "affiliation"), focal).rows:
        words = {lang: text(f"words.gap.{row['gap']}") for lang, text in texts.items()}
        found.setdefault(row["id"], []).append(words)
    return found


@cache
def gria():
    return workspace.read("gria").snapshot


@cache
def gria_page(lang="sv", engine="pyvis"):
    return page_of(
        gria(),
        lang=lang,
        title="GRIA",
        focal="gria",
        note={"sv": "Fem dokument och offentliga sidor", "en": "Public documents"},
        engine=engine,
    )


@cache
def small_page(engine="pyvis", lang="sv"):
    return page_of(small(), focal="net", engine=engine, lang=lang)


@cache
def generated_page(engine="pyvis", number=300):
    return page_of(generated(number), engine=engine)


@cache
def small():
    """Return two municipalities, a network and a project, with three parallel relationships, every status, a role and one without a tie."""
    nodes = [
        Municipality(id="alvsta", name="Älvsta", aliases=("Elfsta",)),
        Municipality(id="oby", name="Öby"),
        Actor(id="region", name="Region Norr", kind="region"),
        Actor(id="alone", name="Ensamma föreningen", kind="civil_society"),
        Actor(id="post", name="Samordnaren", kind="role"),
        Network(id="net", name="Nätverket", kind="network", status="existing"),
        Project(id="pro", name="Projektet", kind="project", start="2014-01-01", end="2016-06-30", total_budget_sek=1497352.0),
        Project(id="late", name="Efterföljaren", kind="project", start="2018", end="2020"),
        Theme(id="skolk", name="Skolk", kind="problem_area"),
        Document(id="d1", title="Slutrapporten", address="https://example.org/slutrapport"),
        Document(id="d2", title="Ansökan", address="javascript:window.hacked=1"),
    ]
    ties = [
        tie(
            "alvsta", "member_of", "net", Evidence(document="d1", locator="7", confidence=0.8, note="enligt protokollet"), role="ordförande"
        ),
        tie("alvsta", "member_of", "net", role="kassör"),
        tie("alvsta", "coordinates", "net", Evidence(document="d2", status="implied")),
        tie("oby", "member_of", "net", Evidence(document="d1", status="denied")),
        tie("region", "funds", "pro", Evidence(document="d1", status="planned")),
        tie("alvsta", "participates_in", "pro"),
        tie("oby", "participates_in", "pro", Evidence(document="d1", locator="9"), Evidence(document="d2", locator="2", status="implied")),
        tie("oby", "participates_in", "late"),
        tie("late", "succeeds", "pro"),
        tie("pro", "addresses", "skolk"),
        tie("post", "coordinates", "net"),
    ]
    return Snapshot.of(nodes, ties)


@cache
def undated():
    """Return two actors in a network, and no year anywhere."""
    nodes = [Network(id="net", name="Nätverket", kind="network"), *(Actor(id=name, name=name.upper(), kind="region") for name in "ab")]
    return Snapshot.of(nodes, [Relationship(source=name, type="member_of", target="net", evidence=(Evidence(),)) for name in "ab"])


@cache
def generated(number=300):
    """Return that many nodes, two and a half relationships each, with names and evidence as long as real ones."""
    dice = random.Random(7)  # noqa: S311  (invented data, not secrets)
    places = [Municipality(id=f"m{i:03}", name=f"Kommun {i} i länet") for i in range(number // 15)]
    venues = [Network(id=f"n{i:03}", name=f"Nätverket för samverkan {i}", kind="network") for i in range(number // 12)]
    projects = [
        Project(id=f"p{i:03}", name=f"Projektet Nya vägar till arbete {i}", kind="project", start=f"{2008 + i % 12}")
        for i in range(number // 5)
    ]
    themes = [Theme(id=f"t{i:03}", name=f"Temat tidiga insatser {i}", kind="method") for i in range(number // 30)]
    rest = number - len(places) - len(venues) - len(projects) - len(themes)
    kinds = ("civil_society", "national_authority", "unit", "school", "role")
    actors = [
        Actor(id=f"a{i:03}", name=f"Föreningen Framåt i stadsdel {i}", kind=kinds[i % 5], municipality=places[i % len(places)].id)
        for i in range(rest)
    ]
    documents = [Document(id=f"d{i:03}", title=f"Slutrapport för projektet {i}", address=f"https://example.org/{i}") for i in range(40)]
    keys = set()
    while len(keys) < number * 5 // 2:
        venue = dice.choice([*venues, *projects])
        home = int(venue.id[1:]) * 7
        actor = [*places, *actors][(home + int(dice.gauss(0, number / 18))) % (len(places) + len(actors))]
        keys.add(
            (actor.id, dice.choice(("participates_in", "coordinates") if venue.id[0] == "p" else ("member_of", "coordinates")), venue.id)
        )
    ties = [
        tie(
            *key,
            Evidence(
                document=dice.choice(documents).id,
                locator=str(dice.randrange(90)),
                status=dice.choice(("stated", "implied")),
                confidence=0.8,
            ),
        )
        for key in sorted(keys)
    ]
    ties += [tie(project.id, "addresses", dice.choice(themes).id, Evidence(document=documents[0].id)) for project in projects]
    return Snapshot.of([*places, *venues, *projects, *themes, *actors, *documents], ties)
