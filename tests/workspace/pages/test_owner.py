"""Claims about who owns a project, told from a field that says more than that."""

from __future__ import annotations

import pytest

from actormap.workspace.pages.owner import organisation


@pytest.mark.parametrize(
    ("layout", "raw", "name"),
    [
        ("1420C", "Förbundet Insjön, Förbundet Insjön", "Förbundet Insjön"),
        ("1420B", "Insjöns kommunalförbund, Insjön /Utbildning", "Insjöns kommunalförbund"),
        ("1420B", "INK, Insjöns nätverk för kunskap", "INK, Insjöns nätverk för kunskap"),
        ("1420D", "Insjöns stad, SDF Norr, Norra förvaltningen", "Insjöns stad, SDF Norr"),
        ("0713", "Insjöns kommunalförbund, IK", "Insjöns kommunalförbund, IK"),
        ("0713", "Arbetsförvaltningen - Insjöns stad", "Insjöns stad, Arbetsförvaltningen"),
        ("0713", "Fritid Norr/Sdf Norr/Insjöns stad", "Insjöns stad, SDF Norr, Fritid Norr"),
        ("0713", "Burlövs Kommun", "Burlövs kommun"),
        ("0713", "Kommunstyrelsen, Vara kommun", "Vara kommun, Kommunstyrelsen"),
        ("plusA", "SVERIGES KOMMUNER OCH REGIONER", "Sveriges kommuner och regioner"),
        ("plusA", "GÖTEBORGS KOMMUN", "Göteborgs kommun"),
        ("plusC", "LÄNSSTYRELSEN I SKÅNE LÄN", "Länsstyrelsen i Skåne län"),
        ("plusB", "SAMORDNINGSFÖRBUNDET ÖSTRA INSJÖN", "Samordningsförbundet Östra Insjön"),
        ("plusA", "INSJÖNS HANTVERK AB", "Insjöns Hantverk AB"),
    ],
)
def test_the_organisation_is_told_from_its_unit_and_its_capitals(layout, raw, name):
    assert organisation(raw, layout) == name
