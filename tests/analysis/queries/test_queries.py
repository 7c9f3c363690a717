"""Claims about the named questions: what they answer on graphs small enough to check by hand, and the same from every store."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from actormap import workspace
from actormap.analysis.queries import catalogue, question
from actormap.analysis.queries.catalogue import Parameter
from actormap.atlas.query import ask
from actormap.errors import UnknownName, UsageError
from actormap.model.records import Document, Evidence, Municipality, Relationship, Snapshot, Theme
from actormap.model.vocabulary import Vocabulary
from actormap.store import open_store
from tests.graphs import actor, network, project, tie
from tests.neo4j_lines import CURRENT, LONG_TERM
from tests.store.neo4j_places import CurrentNeo4jPlace, Neo4jPlace
from tests.store.places import load, origin

VOCABULARY = Vocabulary.load()
GRIA = workspace.read("gria")
STATED, IMPLIED, DENIED, PLANNED = (Evidence(document="d", status=status) for status in ("stated", "implied", "denied", "planned"))


def of(nodes, *ties):
    documents = [Document(id="d", title="Rapport", collection="five"), Document(id="e", title="Protokoll")]
    return Snapshot.of([*nodes, *documents], ties)


def ids(answer):
    return [row["id"] for row in answer.rows]


# --- by hand -------------------------------------------------------------------------------------------------------------------------


def test_who_sits_in_both_is_who_has_a_seat_in_each():
    nodes = [actor("a"), actor("b"), network("v"), network("w")]
    ties = [tie("a", "member_of", "v"), tie("a", "represented_in", "w"), tie("b", "member_of", "v"), tie("b", "coordinates", "w")]
    (row,) = ask(of(nodes, *ties), "who_sits_in_both", first="v", second="w").rows
    assert row == {"id": "a", "name": "A", "kind": "region", "in_first": ["member_of"], "in_second": ["represented_in"]}


def test_members_are_told_with_their_first_year_and_their_statements():
    graph = of([actor("a"), network("v")], tie("a", "member_of", "v", STATED, IMPLIED, valid_from="2014"), tie("a", "represented_in", "v"))
    (row,) = ask(graph, "members_of", network="v").rows
    assert (row["seats"], row["since"], row["statements"]) == (["member_of", "represented_in"], "2014", 3)


def test_an_unknown_document_is_told_with_the_documents_and_collections_there_are():
    with pytest.raises(UnknownName, match=r'^document or collection "zzz" is unknown\. There is d, e, five\.$'):
        ask(of([actor("a"), network("v")]), "rests_on_implied_alone", documents="zzz")


def test_who_is_only_planned_or_denied_sits_nowhere():
    graph = of([actor("a"), actor("b"), network("v")], tie("a", "member_of", "v", PLANNED), tie("b", "member_of", "v", DENIED))
    assert ask(graph, "members_of", network="v").rows == ()
    assert ids(ask(graph, "members_of", network="v", statuses="planned")) == ["a"]


def test_a_municipality_takes_part_through_its_units_too():
    nodes = [Municipality(id=name, name=name.upper()) for name in ("m", "n")] + [actor("unit", "unit"), actor("team", "unit"), project("p")]
    ties = [tie("unit", "part_of", "m"), tie("team", "part_of", "unit"), tie("team", "carries_out", "p")]
    assert ids(ask(of(nodes, *ties), "municipalities_without_project")) == ["n"]


@pytest.mark.parametrize(
    ("documents", "expected"), [((), ["kungalv", "tjorn", "ockero"]), (("five",), ["alingsas", "kungalv", "lilla-edet", "tjorn", "ockero"])]
)
def test_the_municipalities_of_gria_that_take_part_in_no_project(documents, expected):
    assert ids(ask(GRIA.snapshot, "municipalities_without_project", documents=documents)) == expected


def test_a_project_is_in_a_municipality_by_its_area_or_by_who_takes_part():
    nodes = [Municipality(id="m", name="M"), project("p"), project("q"), project("r")]
    ties = [tie("p", "active_in", "m"), tie("m", "participates_in", "p"), tie("m", "owns", "q"), tie("r", "disseminates_to", "m")]
    found = ask(of(nodes, *ties), "projects_in_municipality", municipality="m").rows
    assert [(row["id"], row["how"]) for row in found] == [("p", ["active_in", "participates_in"]), ("q", ["owns"])]


def test_what_rests_on_implied_evidence_alone_has_no_statement_that_says_it_outright():
    other = Evidence(document="e", status="implied")
    ties = [
        tie("a", "member_of", "v", IMPLIED, other, PLANNED),
        tie("b", "member_of", "v", IMPLIED, STATED),
        tie("b", "owns", "v", PLANNED),
    ]
    (row,) = ask(of([actor("a"), actor("b"), network("v")], *ties), "rests_on_implied_alone").rows
    assert (row["source"], row["statements"], row["documents"]) == ("a", 2, ["d", "e"])


def test_what_one_statement_denies_and_another_maintains_is_contradicted():
    ties = [tie("a", "member_of", "v", DENIED, Evidence(document="e")), tie("b", "member_of", "v", DENIED, PLANNED)]
    (row,) = ask(of([actor("a"), actor("b"), network("v")], *ties), "contradicted").rows
    assert (row["source"], row["maintained_by"], row["denied_by"]) == ("a", ["e"], ["d"])


def test_documents_are_ordered_by_how_much_they_say_and_may_lack_a_record():
    other = Evidence(document="unknown", status="implied")
    graph = of([actor("a"), network("v"), network("w")], tie("a", "member_of", "v", STATED, other), tie("a", "owns", "w", IMPLIED))
    found = ask(graph, "documents_behind", node="a").rows
    assert [(row["id"], row["title"], row["statements"], row["implied"]) for row in found] == [
        ("d", "Rapport", 2, 1),
        ("unknown", None, 1, 1),
    ]


def test_who_is_known_from_one_document_is_told_with_it():
    other = Evidence(document="e")
    graph = of([actor("a"), actor("b"), network("v")], tie("a", "member_of", "v", STATED), tie("b", "member_of", "v", STATED, other))
    assert [(row["id"], row["document"], row["statements"]) for row in ask(graph, "told_by_one_document").rows] == [("a", "d", 1)]


def test_what_ends_with_a_project_is_told_with_what_is_left():
    nodes = [actor("a"), actor("b"), project("p"), project("part"), project("q")]
    ties = [
        tie("part", "part_of", "p"),
        tie("a", "carries_out", "part"),
        tie("a", "funds", "p"),
        tie("b", "owns", "p"),
        tie("b", "owns", "q"),
    ]
    found = ask(of(nodes, *ties), "ends_with_project", project="p").rows
    assert [(row["id"], row["ties"], row["left"]) for row in found] == [("a", 2, 0), ("b", 1, 1)]


def test_projects_end_year_by_year_with_who_takes_part():
    nodes = [project("p", end="2014-12-19"), project("q", end="2013"), project("r"), actor("a"), actor("b")]
    ties = [tie("a", "owns", "p"), tie("a", "carries_out", "p"), tie("b", "participates_in", "p"), tie("b", "funds", "q")]
    graph = of(nodes, *ties)
    assert [(row["year"], row["id"], row["actors"]) for row in ask(graph, "ends_by_year").rows] == [(2013, "q", 0), (2014, "p", 2)]
    assert ids(ask(graph, "ends_by_year", since="2014", until=2014)) == ["p"]


def test_all_shortest_ways_are_told_and_no_longer_one():
    nodes = [actor(name) for name in "abc"] + [network(name) for name in "uvw"]
    ties = [
        tie("a", "member_of", "u"),
        tie("b", "member_of", "u"),
        tie("a", "owns", "v"),
        tie("b", "owns", "v"),
        tie("a", "member_of", "w"),
    ]
    ties += [tie("c", "member_of", "w"), tie("c", "funds", "u"), tie("a", "owns", "u")]
    found = ask(of(nodes, *ties), "shortest_paths", start="a", goal="b").rows
    assert [row["path"] for row in found] == [["a", "u", "b"], ["a", "v", "b"]]
    assert ask(of(nodes, *ties), "shortest_paths", start="a", goal="a").rows == ()
    assert len(ask(of(nodes, *ties), "shortest_paths", start="a", goal="b", most=1).rows) == 1


def test_who_could_link_two_networks_meets_members_of_both_elsewhere():
    nodes = [actor(name) for name in "abcd"] + [network("v"), network("w"), project("p"), project("q")]
    ties = [tie("a", "member_of", "v"), tie("b", "member_of", "w"), tie("a", "owns", "p"), tie("b", "owns", "q")]
    ties += [tie("c", "participates_in", "p"), tie("c", "participates_in", "q"), tie("d", "participates_in", "p")]
    (row,) = ask(of(nodes, *ties), "could_link", first="v", second="w").rows
    assert (row["id"], row["of_first"], row["of_second"]) == ("c", 1, 1)


def test_a_task_hangs_on_one_post_unless_another_post_has_it_too():
    nodes = [actor("x", "role"), actor("y", "role"), actor("a"), network("v"), network("w")]
    ties = [tie("x", "coordinates", "v"), tie("a", "coordinates", "v"), tie("x", "coordinates", "w"), tie("y", "coordinates", "w")]
    assert [(row["id"], row["venue"]) for row in ask(of(nodes, *ties), "carried_by_one_post").rows] == [("x", "v")]


def test_who_funds_what_may_be_asked_of_one_funder():
    nodes = [actor("f"), actor("g"), project("p")]
    graph = of(nodes, tie("f", "funds", "p"), tie("g", "funds", "p", valid_from="2014"))
    assert [row["funder"] for row in ask(graph, "funded_by").rows] == ["f", "g"]
    assert [row["since"] for row in ask(graph, "funded_by", funder="g").rows] == ["2014"]


def test_a_theme_without_carrier_is_addressed_and_used_by_nobody():
    themes = [Theme(id=name, name=name, kind=kind) for name, kind in (("s", "method"), ("t", "method"), ("u", "success_factor"))]
    assert ids(ask(of([actor("a"), *themes], tie("a", "uses_method", "s")), "themes_without_carrier")) == ["t"]


# --- how one asks --------------------------------------------------------------------------------------------------------------------


def test_every_question_has_an_answer_in_gria_from_its_defaults_or_says_that_there_is_none():
    empty = [name for name in catalogue() if not ask(GRIA.snapshot, name).rows]
    assert empty == ["contradicted"]


def test_an_answer_names_its_columns_and_its_parameters_even_when_it_has_no_rows():
    answer = ask(GRIA.snapshot, "contradicted", documents="five")
    assert answer.columns() == ("source", "source_name", "type", "target", "target_name", "maintained_by", "denied_by")
    plain = answer.to_dict()
    assert plain["parameters"] == {"question": "contradicted", "documents": ["five"]}
    assert (plain["result"], plain["view"], plain["rows"], plain["summary"]) == ("query", None, [], {"rows": 0})
    assert list(answer.to_frame().columns) == list(answer.columns())


def test_names_are_put_in_order_as_a_swedish_list_has_them():
    names = [row["name"] for row in ask(GRIA.snapshot, "municipalities_without_project", documents="five").rows]
    assert names == ["Alingsås", "Kungälv", "Lilla Edet", "Tjörn", "Öckerö"]


@pytest.mark.parametrize(
    ("name", "given", "sentence"),
    [
        ("who_sits_in_boht", {}, 'question "who_sits_in_boht" is unknown.*who_sits_in_both'),
        ("members_of", {"netwrok": "gria"}, 'parameter of members_of "netwrok".*network'),
        ("members_of", {"network": "grai"}, 'network "grai" is unknown.*"GRIA-nätverket"'),
        ("members_of", {"network": "invux"}, 'network "invux" is unknown'),
        ("members_of", {"documents": "fvie"}, 'document or collection "fvie" is unknown'),
        ("members_of", {"statuses": "sure"}, 'status "sure" is unknown'),
        ("shortest_paths", {"types": "ownz"}, 'relationship type "ownz" is unknown.*"owns"'),
        ("funded_by", {"funder": "invux"}, 'actor "invux" is unknown'),
    ],
)
def test_what_is_unknown_is_answered_with_what_there_is(name, given, sentence):
    with pytest.raises(UnknownName, match=sentence):
        ask(GRIA.snapshot, name, **given)


@pytest.mark.parametrize("number", [2**63, -(2**63)])
def test_a_number_that_no_store_can_be_asked_for_is_refused(number):
    with pytest.raises(UsageError) as raised:
        ask(GRIA.snapshot, "ends_by_year", since=str(number))
    largest = 9223372036854775807
    assert str(raised.value) == f"The parameter since takes a whole number between {-largest} and {largest}."


def test_a_number_that_is_none_is_refused():
    with pytest.raises(UsageError, match="whole number"):
        ask(GRIA.snapshot, "ends_by_year", since="snart")


def test_hyphens_are_as_good_as_underscores():
    assert question("who-sits-in-both") is question("who_sits_in_both")


def test_a_store_without_cypher_is_read_and_asked(tmp_path):
    with open_store("sqlite:///g.sqlite", base=tmp_path) as store:
        store.load(GRIA.snapshot, origin())
        assert ask(store, "members_of", network="gria") == ask(GRIA.snapshot, "members_of", network="gria")


# --- the same from Neo4j -------------------------------------------------------------------------------------------------------------


@pytest.fixture(params=[Neo4jPlace, CurrentNeo4jPlace], ids=[LONG_TERM.name, CURRENT.name], scope="module")
def gria_in_neo4j(request, tmp_path_factory):
    place = request.param(tmp_path_factory.mktemp("place"))
    load(place, GRIA.snapshot)
    with place.open() as store:
        yield store


@pytest.mark.parametrize("documents", [(), ("five",), ("public",), ("gr-plug-in-2",)], ids=lambda names: "+".join(names) or "all")
@pytest.mark.parametrize("name", catalogue())
def test_gria_answers_the_same_in_neo4j(gria_in_neo4j, name, documents):
    takes = any(one.name == "documents" for one in catalogue()[name].parameters)
    given = {"documents": documents} if takes else {}
    assert ask(gria_in_neo4j, name, **given).to_dict() == ask(GRIA.snapshot, name, **given).to_dict()


def test_documents_may_be_several_in_neo4j_too(gria_in_neo4j):
    one, other, both = (("esf-invux",), ("gr-plug-in-2",), ("esf-invux", "gr-plug-in-2"))
    here, there = (ask(of, "municipalities_without_project", documents=both).rows for of in (GRIA.snapshot, gria_in_neo4j))
    assert there == here
    assert len(here) < min(len(ask(GRIA.snapshot, "municipalities_without_project", documents=each).rows) for each in (one, other))


def test_what_is_unknown_is_unknown_in_neo4j_too(gria_in_neo4j):
    for wrong in ({"network": "grai"}, {"network": "invux"}, {"documents": "fvie"}):
        with pytest.raises(UnknownName) as here:
            ask(GRIA.snapshot, "members_of", **wrong)
        with pytest.raises(UnknownName) as there:
            ask(gria_in_neo4j, "members_of", **wrong)
        assert str(here.value) == str(there.value)


def test_a_network_is_named_to_neo4j_as_to_every_command(gria_in_neo4j):
    asked = [ask(gria_in_neo4j, "members_of", network=name) for name in ("gria", "GRIA-nätverket", " gria-Nätverket")]
    assert asked[0].rows
    assert asked[0].rows == asked[1].rows == asked[2].rows


TYPES = (
    "owns",
    "carries_out",
    "member_of",
    "represented_in",
    "coordinates",
    "participates_in",
    "part_of",
    "active_in",
    "funds",
    "addresses",
    "contact_for",
)
KINDS = {
    "a": lambda name: actor(name, "role" if name.endswith("1") else "unit"),
    "m": lambda name: Municipality(id=name, name=name),
    "n": network,
    "p": lambda name: project(name, "collective" if name.endswith("3") else "project", end=None if name.endswith("0") else "2014-06"),
    "t": lambda name: Theme(id=name, name=name, kind="method"),
    "d": lambda name: Document(id=name, title=name, collection="five" if name.endswith("0") else None),
}
IDS = [f"{letter}{number}" for letter in KINDS for number in range(4)]


@pytest.fixture(scope="module")
def long_term(tmp_path_factory):
    """Return a place that every example is loaded into over the one before."""
    return Neo4jPlace(tmp_path_factory.mktemp("neo4j"))


@st.composite
def graphs(draw):
    """Return a strategy of small graphs in which anything is tied to anything, as no workspace would have it."""
    ends = st.sampled_from([name for name in IDS if name[0] != "d"])
    pieces = st.lists(
        st.builds(
            Evidence,
            document=st.none() | st.sampled_from(["d0", "d1", "d2", "gone"]),
            status=st.sampled_from(["stated", "stated_collectively", "implied", "planned", "denied"]),
        ),
        max_size=3,
    ).map(tuple)
    one = st.builds(
        Relationship,
        source=ends,
        type=st.sampled_from(TYPES),
        target=ends,
        valid_from=st.none() | st.sampled_from(["2012", "2014"]),
        evidence=pieces,
    )
    ties = draw(st.lists(one, max_size=40, unique_by=lambda tie: tie.id))
    return Snapshot.of([KINDS[name[0]](name) for name in IDS], ties)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(graph=graphs(), documents=st.sampled_from([(), ("five",), ("d1", "d2")]), numbers=st.tuples(st.integers(0, 3), st.integers(0, 3)))
def test_any_graph_answers_the_same_in_neo4j(long_term, graph, documents, numbers):
    load(long_term, graph, allow_mass_removal=True)
    one, other = numbers
    chosen = {
        "network": f"n{one}",
        "first": f"n{one}",
        "second": f"n{other}",
        "municipality": f"m{one}",
        "project": f"p{other}",
        "node": f"a{one}",
        "start": f"a{one}",
        "goal": f"p{other}",
        "funder": f"a{other}" if one else "",
        "documents": documents,
        "most": 3,
        "since": 2010,
        "until": 2020,
    }
    with long_term.open() as store:
        for name, declared in catalogue().items():
            given = {parameter.name: chosen[parameter.name] for parameter in declared.parameters if parameter.name in chosen}
            assert ask(store, name, vocabulary=VOCABULARY, **given).rows == ask(graph, name, vocabulary=VOCABULARY, **given).rows, name


@pytest.mark.parametrize(("number", "taken"), [(2**63 - 1, True), (-(2**63) + 1, True), (2**63, False), (-(2**63), False), ("x", False)])
def test_a_number_is_one_that_every_store_can_hold(number, taken):
    parameter = Parameter("first", "count", 1, "")
    if taken:
        assert parameter.value(str(number)) == number
    else:
        with pytest.raises(UsageError, match="takes a whole number"):
            parameter.value(number)
