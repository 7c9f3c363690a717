"""An acronym is asked about beside the names that it may stand for, and no more than asked."""

import pytest

from actormap.model.records import Actor, Network, Project, Snapshot
from actormap.workspace.identity.acronyms import Acronyms
from actormap.workspace.identity.candidates import candidates


def actors(*names):
    return [Actor(id=f"a{number}", name=name, kind="other") for number, name in enumerate(names)]


@pytest.mark.parametrize(
    ("short", "name"),
    [
        ("VGR", "Västra Götalandsregionen"),
        ("AF", "Arbetsförmedlingen"),
        ("GR", "Göteborgsregionen"),
        ("SKR", "Sveriges Kommuner och Regioner"),
        ("S.K.R.", "Sveriges kommuner & regioner"),
        ("MUCF", "Myndigheten för ungdoms- och civilsamhällesfrågor"),
        ("SPSM", "Specialpedagogiska skolmyndigheten"),
        ("IVO", "Inspektionen för vård och omsorg"),
        ("KIV", "Kommunalförbundet i väst (KIV)"),
    ],
)
def test_an_acronym_may_stand_for_a_name(short, name):
    (asked,) = candidates(Snapshot.of(actors(short, name), []))
    assert (asked.asked, asked.reason) == ("same", "acronym")


@pytest.mark.parametrize(
    ("short", "name"), [("VGR", "Göteborgsregionen"), ("Gr", "Göteborgsregionen"), ("AF", "Ale kommun"), ("ALE", "Ale")]
)
def test_other_names_are_not_asked_about_as_acronyms(short, name):
    assert "acronym" not in [each.reason for each in candidates(Snapshot.of(actors(short, name), []))]


def test_a_word_gives_one_letter_two_or_none():
    assert Acronyms().of("Råd och regionförbund") == {"RR", "ROR", "RRF", "RORF"}


def test_networks_are_compared_with_networks_and_projects_with_projects_without_parts():
    networks = [
        Network(id=f"n{number}", name=name, kind="network")
        for number, name in enumerate(("Ungdomsnätet", "ungdoms-nätet", "Ungdomsnätet i väst"))
    ]
    projects = [Project(id=f"p{number}", name="Ungdomsnätet", kind="project") for number in range(2)]
    asked = candidates(Snapshot.of([*networks, *projects, *actors("Ungdomsnätet")], []))
    assert {(each.a, each.b, each.asked) for each in asked} == {("n0", "n1", "same"), ("p0", "p1", "same")}


def test_two_projects_with_numbers_of_their_own_are_two():
    projects = [Project(id=number, name="Plug In", kind="project", number=number) for number in ("2011-3080079", "2014-00123")]
    assert candidates(Snapshot.of(projects, [])) == ()
