"""Claims about the report from the command line."""

from __future__ import annotations

import pytest

from tests.privacy import leaks

MADE = ("--date", "2026-01-31", "-w", "gria")
MEMBERS = (
    *("ale", "alingsas", "goteborg", "harryda", "kungalv", "kungsbacka", "lerum", "lilla-edet", "molndal", "ockero", "partille"),
    *("stenungsund", "tjorn"),
)


def test_the_first_page_says_what_to_decide_and_its_notes_where_that_is_said(in_english):
    told = in_english("report", *MADE).out
    first = told.partition("\n## Contents")[0]
    assert "1. **Who holds the network together, and on whose behalf?**" in first
    assert "This is only implied.[^1]" in first
    assert "[^1]: Plug In GR, fördjupad implementering (Svenska ESF-rådet, 2014), at 41 and 54." in told


def test_a_file_of_no_kind_that_a_document_is_written_into_is_refused(in_english, tmp_path):
    answer = in_english("report", *MADE, "-o", tmp_path / "page.csv")
    assert answer.code == 1
    assert "page.csv ends in no kind of file that a document is written into" in answer.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("form", "name"), [("pdf", "x.html"), ("html", "x.pdf"), ("docx", "x.csv"), ("md", "x.odt")])
def test_a_file_called_by_another_form_than_the_one_named_is_refused(in_english, tmp_path, form, name):
    answer = in_english("report", *MADE, "-f", form, "-o", tmp_path / name)
    assert answer.code == 2
    assert f"--format says {form}, and the name of" in answer.err
    assert f"Let the name end in .{form}, or leave out --format." in answer.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("edition", ["public", "funder", "national", "easy"])
def test_an_edition_that_may_leave_the_house_has_no_post_no_need_and_no_proposal(in_english, edition):
    told = in_english("report", *MADE, "--edition", edition).out
    for inside in ("Network manager", "Nätverksansvarig", "KIA-ansvarig", "Proposal", "invite", "our proposal", "Your own words"):
        assert inside not in told
    assert leaks(told) == []
    assert "GRIA" in told


def test_several_forms_are_written_at_once_and_each_is_what_it_is_alone(in_english, tmp_path):
    together, alone = tmp_path / "together", tmp_path / "alone"
    assert in_english("report", *MADE, "-o", together / "x.html", "--also", "docx", "--also", "md", "--also", "html").code == 0
    assert sorted(path.name for path in together.iterdir()) == ["x.docx", "x.html", "x.md"]
    for form in ("html", "docx", "md"):
        in_english("report", *MADE, "-o", alone / f"x.{form}")
        assert (together / f"x.{form}").read_bytes() == (alone / f"x.{form}").read_bytes()


def test_several_forms_need_a_file_to_stand_beside(in_english):
    answer = in_english("report", *MADE, "--also", "pdf")
    assert (answer.code, answer.out) == (2, "")
    assert "A report in several forms needs files. Say --output report.html" in answer.err


def test_for_all_writes_a_file_to_each_member_named_by_it(in_english, tmp_path):
    assert in_english("report", *MADE, "--for", "all", "-o", tmp_path / "page.md").code == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == [f"page-{name}.md" for name in MEMBERS]
    for page in tmp_path.iterdir():
        told = page.read_text(encoding="utf-8")
        assert "KIA-ansvarig" in told  # its own post, which it is to say who takes over
        assert not any(post in told for post in ("Nätverksansvarig", "Network manager", "Kontaktperson", "Contact"))
    assert (tmp_path / "page-partille.md").read_text(encoding="utf-8").startswith("# Partille in GRIA")


def test_one_municipality_is_named_as_it_is_called(in_english):
    told = in_english("report", *MADE, "--for", "Kungälv").out
    assert "# Kungälv in GRIA-nätverket" in told
    for heading in ("What this says about Kungälv", "What Kungälv is part of", "What rests on Kungälv alone", "What we ask of Kungälv"):
        assert f"# {heading}\n" in told


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("--edition", "municipality"), "Whom the report is about is not said."),
        (("--edition", "public", "--for", "ale"), "The public edition is about all, not about one."),
        (("--for", "all"), "A report for each needs files."),
    ],
)
def test_whom_it_is_about_is_said_where_that_is_one_and_nowhere_else(in_english, asked, said):
    answer = in_english("report", *MADE, *asked)
    assert answer.code == 2
    assert said in answer.err


# --- the looks of a workspace, and documents that people have edited -----------------------------------------------------------------


def test_colours_and_templates_of_the_workspace_are_those_of_the_report(in_english, actormap_says, tmp_path):
    own = tmp_path / "own"
    assert actormap_says("init", own).code == 0
    (own / "house.css").write_text("h1 { letter-spacing: 2px; }", encoding="utf-8")
    settings = own / "actormap.toml"
    look = '[report]\ncolours = { accent = "#7a1f3d" }\nstylesheet = "house.css"\n'
    settings.write_text(f"{settings.read_text(encoding='utf-8')}\n{look}", encoding="utf-8")
    told = in_english("report", "-w", own, "--date", "2026-01-31", "-f", "html").out
    assert "--accent: #7a1f3d" in told
    assert "h1 { letter-spacing: 2px; }" in told
    (own / "house.css").rename(tmp_path / "house.css")
    settings.write_text(settings.read_text(encoding="utf-8").replace("house.css", "../house.css"), encoding="utf-8")
    answer = in_english("report", "-w", own, "-f", "html")
    assert answer.code == 1
    assert "names ../house.css, which lies outside the workspace" in answer.err


def test_a_report_is_found_to_keep_nobody_out_and_an_edited_one_is_told_of(in_english, actormap_says, tmp_path):
    page = tmp_path / "report.html"
    assert in_english("report", *MADE, "--edition", "easy", "-o", page).code == 0
    found = in_english("report", "--check", page)
    assert (found.code, found.out.partition(".")[0]) == (0, "No barrier was found among those that a program can see")
    page.write_text(page.read_text(encoding="utf-8").replace("<h1>", "<h3>").replace("</h1>", "</h3>"), encoding="utf-8")
    found = actormap_says("report", "--check", page)
    assert found.code == 1
    assert " ".join(found.out.split()).startswith("Rubrik 1 (")
    assert "en rubriknivå är överhoppad. Ta nivån närmast under den föregående." in " ".join(found.out.split())


def test_since_takes_a_date_or_another_workspace(in_english, tmp_path):
    told = in_english("report", *MADE, "--since", "2014").out
    assert "The state before is 2014, and the state now is 2026-01-31." in told
    in_english("export", "csv", "-o", tmp_path / "other", "-w", "gria", "-q")
    again = in_english("report", *MADE, "--since", tmp_path / "other", "-q").out
    assert "Nothing has come and nothing has gone, as the sources show." in again


@pytest.mark.parametrize("later", ["2099", "2026-02", "2026-02-01"])
def test_since_a_date_after_the_day_of_the_report_is_refused(in_english, later):
    answer = in_english("report", *MADE, "--since", later)
    assert answer.code == 2
    assert f"--since {later} lies after the day of the report, 2026-01-31. Say an earlier date" in answer.err


def test_since_the_year_of_the_report_is_no_later_day_and_at_is_the_day_where_it_is_given(in_english):
    assert in_english("report", *MADE, "--since", "2026", "-q").code == 0
    assert "lies after the day of the report, 2014." in in_english("report", *MADE, "--at", "2014", "--since", "2015").err


@pytest.mark.parametrize("said", ["banan", "2015-13", "", "banan+kiwi"])
def test_since_what_is_neither_a_date_nor_a_workspace_is_told_as_that(in_english, said):
    answer = in_english("report", *MADE, "--since", said)
    assert answer.code == 2
    assert f'--since "{said}" is neither a date nor a workspace.' in answer.err


@pytest.mark.parametrize("said", ["vgr", "GR"])
def test_a_report_to_a_municipality_is_about_no_other_actor(in_english, said):
    answer = in_english("report", *MADE, "--for", said)
    assert (answer.code, answer.out) == (1, "")
    assert f'municipality "{said}" is unknown. There is Ale, Alingsås, Göteborg,' in answer.err


def test_a_municipality_that_is_not_found_is_answered_with_municipalities_alone(in_english):
    answer = in_english("report", *MADE, "--for", "Regionen Lerum")
    assert 'Did you mean "Lerum"?' in answer.err
    assert "Region " not in answer.err.replace("Regionen Lerum", "")
