"""A file is read in the encoding in which its letters make words, and what is guessed is told."""

import pytest

from actormap.workspace import read
from actormap.workspace.problems import Fault
from actormap.workspace.reading.encoding import decoded

TEXT = "id;name\nhamn;Hamnbyns fritidsgård\nvux;Vuxenlärarna i Öckerö\nmöte;Mötet i GÖTEBORG på ÅKERÖ\n"


@pytest.mark.parametrize(
    ("encoding", "guessed"),
    [
        ("utf-8", None), ("utf-8-sig", None), ("utf-16", None), ("utf-32", None), ("cp1252", None), ("cp850", "cp850"), ("cp437", "cp850"),
        ("mac_roman", "mac_roman"), ("utf-7", "utf-7"), ("utf-16-le", "utf-16-le"), ("utf-16-be", "utf-16-be"),
    ],
)  # fmt: skip
def test_swedish_is_read_in_every_encoding_it_is_written_in(encoding, guessed):
    found = decoded(TEXT.encode(encoding))
    assert (found.text, found.guessed, found.strange) == (TEXT, guessed, frozenset())


@pytest.mark.parametrize("word", ["fritidsgård", "Älvsborg", "Åre", "möten", "KUNGÄLV", "café", "Ö"])
@pytest.mark.parametrize("encoding", ["cp1252", "cp850", "mac_roman"])
def test_one_word_is_enough_to_tell_unless_the_letter_stands_alone(word, encoding):
    text = f"id;name\na;En {word}\n"
    right = decoded(text.encode(encoding)).text == text
    assert right or len(word) == 1


@pytest.mark.parametrize("text", ["a – b “c” d\u2019e … 5 €", "naïve façade", "Żółw ©", "C+A-B; +46-31; 2+AB-3", "plain", "½ § 4°"])
def test_what_is_no_swedish_is_taken_as_it_was(text):
    raw = text.encode("cp1252", "ignore")
    assert decoded(raw).text == raw.decode("cp1252")


@pytest.mark.parametrize("other", ["cp1252", "cp850", "mac_roman"])
def test_a_row_that_has_come_from_elsewhere_is_read_by_itself(other):
    data = TEXT.encode() + "ny;Nya Öppna förskolan\n".encode(other) + "sen;Ännu en å\n".encode()
    found = decoded(data)
    assert found.text == TEXT + "ny;Nya Öppna förskolan\nsen;Ännu en å\n"
    assert found.strange == {4}


def test_of_rows_in_two_encodings_the_few_are_told():
    data = TEXT.encode("cp1252") + "ny;Nya Öppna förskolan\n".encode()
    found = decoded(data)
    assert (found.text, found.guessed, found.strange) == (TEXT + "ny;Nya Öppna förskolan\n", "utf-8", {4})


def test_bytes_that_are_letters_in_nothing_are_refused():
    with pytest.raises(Fault, match="unknown_encoding"):
        decoded(b"id;name\na;\x81\x8d\xff\n")


@pytest.mark.parametrize("end", [b"\x1a", b"\n\x1a", b"\x1a\x1a\x1a", b"\n\x1a\x00\x00"])
def test_the_end_of_a_file_of_dos_is_no_row(write, end):
    assert read(write(relationships=b"source,type,target\ngr,owns,plug-in\n" + end)).problems == ()


def test_a_guessed_file_is_told_once_and_a_strange_row_at_its_place(write):
    told = read(write(actors="id,name,kind\ngr,Göteborgsregionen,region\nskolan,Skolan på ön,school\n".encode("cp850"))).problems
    assert [(problem.place(), problem.key) for problem in told] == [("actors.csv", "encoding_guessed")]
    rows = "id,name,kind\ngr,Göteborgsregionen,region\n".encode() + "skolan,Skolan på ön,school\n".encode("cp1252")
    found = read(write(actors=rows))
    assert [(problem.place(), problem.key) for problem in found.problems] == [("actors.csv:3", "encoding_mixed")]
    assert [actor.name for actor in found.snapshot.actors] == ["Göteborgsregionen", "Skolan på ön"]
