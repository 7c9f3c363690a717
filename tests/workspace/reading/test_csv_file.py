"""CSV files are read in whatever encoding and with whatever separator Excel gave them, and their rows are counted as Excel shows them."""

import pytest

from actormap.workspace import read

TEXT = "id;name;kind;note\ngr;Göteborgsregionen;regional_federation;å, ä och ö\nskolan;Skolan;school;\n"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode("utf-8"),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("cp1252"),
        b"\xff\xfe" + TEXT.encode("utf-16-le"),
        b"\xfe\xff" + TEXT.encode("utf-16-be"),
        TEXT.replace(";", "\t").encode("utf-16"),
        TEXT.replace("\n", "\r\n").encode("cp1252"),
        TEXT.replace("\n", "\r").encode("utf-8"),
        ("sep=;\r\n" + TEXT).encode("utf-8"),
        ("sep=|\n" + TEXT.replace(";", "|")).encode("utf-8"),
        'id,name,kind,note\ngr,Göteborgsregionen,regional_federation,"å, ä och ö"\nskolan,Skolan,school,\n'.encode(),
        (
            "id;name;kind;note;;;\n gr ;\u00a0Göteborgsregionen;regional_federation;å, ä och ö;;;\n"
            "skolan;Skolan;school;\n;;;;;;\n;;;\n\n"
        ).encode(),
        TEXT.replace("ö", "o\u0308").encode("utf-8"),
        "'id';'name';'kind';'note'\n'gr';'Göteborgsregionen';'regional_federation';'å, ä och ö'\n'skolan';'Skolan';'school';\n".encode(),
        TEXT.replace("id;name;kind;note", '"ID"; Name ;KIND;Note (fri text)').encode("utf-8"),
    ],
    ids=[
        "utf-8", "utf-8 with mark", "windows-1252", "utf-16 le", "utf-16 be", "unicode text", "crlf", "cr", "sep line", "sep bar", "commas",
        "empty rows and columns", "decomposed", "single quotes", "headings",
    ],
)  # fmt: skip
def test_an_encoding_and_a_separator_are_found_out(write, data):
    workspace = read(write(actors=data))
    assert workspace.problems == ()
    region, school = workspace.snapshot.actors
    assert (region.name, region.note, school.name) == ("Göteborgsregionen", "å, ä och ö", "Skolan")


def test_headings_are_known_whatever_their_case_and_spaces(write):
    workspace = read(write(relationships="Source;TYPE;target;Valid from;valid-to\ngr;owns;plug-in;2014;2015\n"))
    assert workspace.problems == ()
    assert (workspace.snapshot.relationships[0].valid_from, workspace.snapshot.relationships[0].valid_to) == ("2014", "2015")


def test_a_column_of_the_workspace_s_own_is_kept_as_an_attribute(write):
    workspace = read(write(actors="id;name;kind;Växel;Antal anställda\ngr;GR;regional_federation;;12\nskolan;Skolan;school;ja;\n"))
    assert [problem.key for problem in workspace.problems] == ["unknown_columns"]
    assert [actor.attributes for actor in workspace.snapshot.actors] == [(("Antal anställda", "12"),), (("Växel", "ja"),)]


def test_a_cell_of_a_megabyte_is_fine(write):
    note = "å" * 1_000_000
    workspace = read(write(relationships=f"source,type,target,note\ngr,owns,plug-in,{note}\n"))
    assert workspace.problems == ()
    assert workspace.snapshot.relationships[0].evidence[0].note == note


def test_decimal_commas_need_no_quotes_between_semicolons(write):
    workspace = read(write(relationships="source;type;target;confidence;weight\ngr;owns;plug-in;0,3;1 000,5\n"))
    evidence = workspace.snapshot.relationships[0].evidence[0]
    assert (evidence.confidence, evidence.weight) == (0.3, 1000.5)


def test_single_quotes_enclose_cells_only_where_most_rows_have_them(write):
    enclosed = "'id';'name';'kind'\n'a';'O''Brien; son & \"co\"';'business'\n"
    assert [actor.name for actor in read(write(actors=enclosed)).snapshot.actors] == ['O\'Brien; son & "co"']
    plain = "id;name;kind;note\na;'t Hooft;business;'s\nb;'Plåt';business;'tunn'\nc;Smide;business;\n"
    assert [actor.name for actor in read(write(actors=plain)).snapshot.actors] == ["'t Hooft", "'Plåt'", "Smide"]
