from __future__ import annotations

from actormap import workspace
from actormap.atlas import identity
from actormap.atlas.identity import FigureChange
from actormap.atlas.open import open_atlas
from actormap.workspace.identity import ledger
from actormap.workspace.identity.judgements import Judgement
from tests.workspace.identity.conftest import TABLES


def test_the_figures_before_and_after_are_those_of_every_other_command(tmp_path):
    for name, text in TABLES.items():
        (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
    before = workspace.read(tmp_path)
    ledger.write(tmp_path, [Judgement("gr", "gr2", "same"), Judgement("skola", "goteborg", "part_of")])
    after = workspace.read(tmp_path)
    told = (
        FigureChange("actors", 6, 5),
        FigureChange("contexts", 1, 2, "Göteborgsregionen"),
        FigureChange("part", 0, 1, "Skolan i Göteborg", "Göteborg"),
    )
    assert identity.changes(before, after) == told
    ranked = {row["id"]: row["degree"] for row in open_atlas(tmp_path).centrality("degree", normalised=False).rows}
    assert ranked["gr"] == 2
    assert "gr2" not in ranked
    assert identity.changes(after, before) == (FigureChange("actors", 5, 6), FigureChange("contexts", 2, 1, "Göteborgsregionen"))


def test_of_those_that_were_one_before_nothing_is_told_though_they_take_part_in_more(tmp_path):
    for name, text in TABLES.items():
        (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
    ledger.write(tmp_path, [Judgement("gr", "gr2", "same")])
    before = workspace.read(tmp_path)
    with (tmp_path / "networks.csv").open("a", encoding="utf-8") as more:
        more.write("ny,Nya nätverket,network\n")
    with (tmp_path / "relationships.csv").open("a", encoding="utf-8") as more:
        more.write("gr,member_of,ny\n")
    assert identity.changes(before, workspace.read(tmp_path)) == (FigureChange("relationships", 5, 6),)
