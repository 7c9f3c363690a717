from __future__ import annotations

import pytest

from actormap import workspace
from actormap.atlas.open import open_atlas
from actormap.i18n import LANGUAGES, Texts
from actormap.model.redirect import former_ids

TABLES = {
    "actors": (
        "id,name,kind,municipality,region,aliases,note,Webb\n"
        "gr,Göteborgsregionen,regional_federation,,,GR,,a.se\n"
        "gr2,GÖTEBORGSREGIONEN,association,ale2,Väst,Regionen,En anmärkning,b.se\n"
        "gr3,Göteborgsregionens kommunalförbund,regional_federation,,,,,\n"
        "enhet,GR Utbildning,unit,ale2,,,,\n"
        "chef,Chef,role,,,,,\n"
    ),
    "municipalities": "id,name\nale,Ale\nale2,Ale kommun\n",
    "networks": "id,name,kind\ngria,GRIA,network\nradet,Rådet,network\n",
    "relationships": (
        "source,type,target,informant,note\n"
        "gr,member_of,gria,,\ngr2,member_of,gria,gr2,Två\ngr2,member_of,radet,,\nenhet,part_of,gr2,,\ngr2,part_of,gr3,,\n"
        "GR,coordinates,gria,,\nale,member_of,gria,,\nale2,member_of,radet,,\nenhet,located_in,ale2,,\n"
    ),
    "coverage": "network,row,column,municipality\ngria,Rad,Kolumn,ale2\n",
}


@pytest.fixture
def read(tmp_path):
    def written(*judged, settings="", **tables):
        for name, text in {**TABLES, **tables}.items():
            (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
        (tmp_path / "actormap.toml").write_text(settings, encoding="utf-8")
        if judged:
            (tmp_path / "identity.csv").write_text("\n".join(["a,b,verdict,by,date,why", *judged, ""]), encoding="utf-8")
        return workspace.read(tmp_path)

    return written


def said(read):
    return [(problem.key, problem.place()) for problem in read.problems]


def ties(read):
    return {(tie.source, tie.type, tie.target): len(tie.evidence) for tie in read.snapshot.relationships}


def test_one_record_is_left_and_everything_leads_to_it(read):
    whole = read("gr,gr2,same", "ale,ale2,samma")
    assert [actor.id for actor in whole.snapshot.actors] == ["chef", "enhet", "gr", "gr3"]
    assert ties(whole) == {
        ("gr", "member_of", "gria"): 2,
        ("gr", "member_of", "radet"): 1,
        ("enhet", "part_of", "gr"): 1,
        ("gr", "part_of", "gr3"): 1,
        ("gr", "coordinates", "gria"): 1,
        ("ale", "member_of", "gria"): 1,
        ("ale", "member_of", "radet"): 1,
        ("enhet", "located_in", "ale"): 1,
    }
    assert whole.snapshot.by_id["enhet"].municipality == "ale"
    assert whole.snapshot.coverage[0].municipality == "ale"
    assert {each.informant for tie in whole.snapshot.relationships for each in tie.evidence} == {None, "gr"}
    assert whole.errors == ()


def test_nothing_of_a_record_is_lost(read):
    one = read("gr,gr2,same").snapshot.by_id["gr"]
    assert one.aliases == ("GR", "GÖTEBORGSREGIONEN", "Regionen")
    assert (one.kind, one.region, one.note, one.municipality) == ("regional_federation", "Väst", "En anmärkning", "ale2")
    assert dict(one.attributes) == {"Webb": "a.se", "gr2: Webb": "b.se", "gr2: kind": "association", "same_as": "gr2"}
    assert former_ids(one) == ["gr2"]


def test_what_is_said_otherwise_is_told_at_the_judgement(read):
    told = next(problem for problem in read("gr,gr2,same").problems if problem.key == "judged_otherwise")
    assert (told.severity, told.place(), told.values["columns"]) == ("warning", "identity.csv:2", "kind, Webb")


def test_a_former_id_and_the_name_of_a_record_still_lead_to_it(read):
    settings = '[invite]\nexclude = ["gr2", "GÖTEBORGSREGIONEN"]'
    whole = read("gr,gr2,same", settings=settings)
    assert whole.settings["invite"]["exclude"] == ["gr", "gr"]
    atlas = open_atlas(whole.base)
    assert atlas.explain("gr2").rows == atlas.explain("gr").rows


def test_a_name_of_two_is_a_riddle_until_they_are_one(read):
    named = TABLES["relationships"].replace("GR,", "Göteborgsregionen,")
    assert {"ambiguous_name", "shared_name"} <= {problem.key for problem in read(relationships=named).problems}
    assert {problem.key for problem in read("gr,gr2,same", relationships=named).problems} == {"unknown_columns", "judged_otherwise"}


def test_a_part_is_a_relationship_by_whom_and_why(read):
    whole = read("gr2,gr,part_of,nätverksansvarig,2026-01-31,Stadgarna", "enhet,gr2,part_of")
    (tie,) = (tie for tie in whole.snapshot.relationships if (tie.source, tie.target) == ("gr2", "gr"))
    assert [(each.informant, each.note) for each in tie.evidence] == [("nätverksansvarig", "Stadgarna")]
    assert ties(whole)["enhet", "part_of", "gr2"] == 1


def test_what_is_different_or_put_off_changes_nothing(read):
    before = read().snapshot
    assert read("gr,gr2,different", "ale,ale2,later", "gr,gr3,").snapshot == before


def test_a_contradiction_is_told_and_not_resolved(read):
    before = read().snapshot
    whole = read("gr,gr2,same", "gr2,gr3,same", "gr,gr3,different", "ale,ale2,different")
    (told,) = (problem for problem in whole.problems if problem.key == "judged_both")
    assert (told.place(), told.values["rows"]) == ("identity.csv:4 verdict", "2, 3")
    assert whole.snapshot == before
    assert whole.errors == ()


@pytest.mark.parametrize(
    ("judged", "key"),
    [
        ("gr,gone,same", "judged_gone"),
        ("gr,gr,same", "judged_itself"),
        ("gr,gria,same", "judged_unlike"),
        ("gr,chef,same", "judged_unlike"),
        ("gr2,gr3,same", "judged_tie"),
    ],
)
def test_a_judgement_that_cannot_hold_is_told_and_no_error(read, judged, key):
    assert (key, "warning") in {(problem.key, problem.severity) for problem in read(judged).problems}


def test_an_actor_becomes_no_municipality_if_that_could_not_have_its_relationships(read):
    more = TABLES["relationships"] + "gr,reviews,gria,,\n"
    whole = read("ale,gr,same", relationships=more)
    assert "judged_unfit" in {problem.key for problem in whole.problems}
    assert "gr" in whole.snapshot.by_id


def test_of_an_actor_and_a_municipality_the_municipality_stays(read):
    whole = read("enhet,ale,same", "ale,ale2,same")
    assert {"enhet", "ale", "ale2"} & whole.snapshot.by_id.keys() == {"ale"}
    assert dict(whole.snapshot.by_id["ale"].attributes)["enhet: kind"] == "unit"
    assert "judged_tie" in {problem.key for problem in whole.problems}


def test_an_unknown_verdict_and_an_unknown_column_are_problems_like_any_other(read):
    assert ("unknown_verdict", "identity.csv:2 verdict") in said(read("gr,gr2,samme"))


def test_a_workspace_without_judgements_is_as_it_was(read):
    plain = read()
    assert plain.judgements == ()
    assert read("gr,gr2,").snapshot == plain.snapshot


def test_judgements_stand_in_a_workbook_as_well(tmp_path):
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    for name, text in {**TABLES, "identity": "a,b,verdict\ngr,gr2,same\n"}.items():
        sheet = book.create_sheet(name)
        for line in text.splitlines():
            sheet.append([cell or None for cell in line.split(",")])
    book.save(tmp_path / "arbetsbok.xlsx")
    assert "gr2" not in workspace.read(tmp_path / "arbetsbok.xlsx").snapshot.by_id


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_sentence_is_filled(read, lang):
    whole = read("gr,gr2,same", "gr2,gr3,same", "gr,gone,same", "gria,gr,same", "ale,ale2,samma", "ale,ale2,olika")
    assert all("{" not in problem.meant(Texts.load(lang)) for problem in whole.problems)


def test_networks_become_one_and_what_leads_to_them_leads_to_the_one(read):
    networks = "id,name,kind\ngria,GRIA,network\nradet,Rådet,network\n"
    whole = read("gria,radet,same", networks=networks)
    assert [(each.id, each.aliases) for each in whole.snapshot.networks] == [("gria", ("Rådet",))]
    assert not {"radet"} & {id_ for tie in whole.snapshot.relationships for id_ in (tie.source, tie.target)}
    assert "judged_unlike" not in [key for key, _ in said(whole)]


def test_a_network_becomes_no_actor(read):
    assert ("judged_unlike", "identity.csv:2 verdict") in said(read("gria,gr,same"))


def test_what_is_coded_of_a_project_goes_where_it_goes_and_documents_stay_two(read):
    whole = read(
        "p,p2,same",
        "d,d2,same",
        projects="id,name,kind,document\np,Bron,project,d\np2,BRON,project,d2\n",
        documents="id,title,read\nd,Rapport,whole\nd2,Rapporten,part\n",
        questions="id,group,sv,en,scale\nq1,form,Vad?,What?,free\n",
        themes="id,name,kind\nt,Närvaro,result_indicator\n",
        answers="project,question,answer,document,locator,coder\np,q1,Ett,d,s. 1,analyst\np2,q1,Två,d2,s. 2,granskare\n",
        indicators="project,indicator,theme,value,document\np2,Närvaro,t,5,d2\n",
    )
    assert whole.errors == ()
    assert ("judged_unlike", "identity.csv:3 verdict") in said(whole)
    assert {(each.project, each.answer, each.coder, each.document) for each in whole.snapshot.answers} == {
        ("p", "Ett", "analyst", "d"),
        ("p", "Två", "granskare", "d2"),
    }
    assert [(each.project, each.value, each.document) for each in whole.snapshot.indicators] == [("p", 5, "d2")]
