"""The layouts beside the boxes: each does what its name says."""

from __future__ import annotations

from functools import cache

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actormap.errors import UsageError
from actormap.map.layout import force, registry, separate, two_columns
from actormap.map.layout.geometry import Rectangle
from actormap.map.layout.layout import LANDSCAPE, PORTRAIT
from actormap.model.outline import Outline
from actormap.model.records import Actor, Municipality, Network, Snapshot, Theme
from tests.graphs import actor, tie
from tests.map import pages
from tests.map.layout_inputs import inputs_of

PLACES = {"nord": (12.0, 58.2), "syd": (12.0, 57.4), "ost": (12.5, 57.8)}
SQUARE = Outline(name="Alltihop", rings=(((11.8, 57.2), (12.7, 57.2), (12.7, 58.4), (11.8, 58.4), (11.8, 57.2)),))


@pytest.fixture(params=[LANDSCAPE, PORTRAIT], ids=["lying", "standing"])
def frame(request):
    return request.param


def region():
    """Return three municipalities, a network of all, a school in one, a project of two, an authority elsewhere, and a theme."""
    nodes = [Municipality(id=key, name=key.title(), longitude=lon, latitude=lat) for key, (lon, lat) in PLACES.items()]
    nodes += [
        Network(id="alla", name="Alla", kind="network"),
        Network(id="tva", name="Två", kind="network"),
        Network(id="rikt", name="Rikets", kind="network"),
        Actor(id="skola", name="Skolan", kind="school", municipality="nord"),
        Actor(id="verket", name="Verket", kind="national_authority"),
        Actor(id="post", name="Samordnaren", kind="role"),
        Actor(id="ensam", name="Ensam", kind="civil_society"),
        Theme(id="tema", name="Temat", kind="method"),
    ]
    ties = [pages.tie(key, "member_of", "alla") for key in PLACES]
    ties += [pages.tie("syd", "member_of", "tva"), pages.tie("verket", "member_of", "rikt"), pages.tie("skola", "member_of", "alla")]
    ties += [pages.tie("post", "coordinates", "alla"), pages.tie("alla", "addresses", "tema")]
    return Snapshot.of(nodes, ties)


def made_anew(name, frame, **options):
    return registry.make(name, inputs_of(region(), **options), frame)


made = cache(made_anew)


@pytest.mark.parametrize("name", registry.NAMES)
def test_every_layout_places_every_node_apart_from_the_others(name, frame):
    found = made(name, frame, focal="alla", outlines=(SQUARE,))
    assert sorted(found.positions) == list(found.positions) == sorted(node.id for node in region().nodes())
    assert len(set(found.positions.values())) == len(found.positions)


@pytest.mark.parametrize("name", registry.NAMES)
def test_every_layout_is_the_same_again(name, frame):
    assert made(name, frame, focal="alla") == made_anew(name, frame, focal="alla")


@pytest.mark.parametrize("name", registry.NAMES)
def test_boxes_of_no_layout_touch_and_each_holds_its_own(name, frame):
    found = made(name, frame, focal="alla")
    assert not any(a.area.meets(b.area) for number, a in enumerate(found.boxes) for b in found.boxes[number + 1 :])
    assert all(box.area.holds(Rectangle(*found.positions[node], 0, 0)) for box in found.boxes for node in box.members)


def test_north_is_up_and_east_is_right(frame):
    found = made("geographic", frame).positions
    assert found["nord"][1] < found["ost"][1] < found["syd"][1]
    assert found["ost"][0] > found["nord"][0] == pytest.approx(found["syd"][0], abs=0.1)


def test_a_degree_of_longitude_is_drawn_as_long_as_it_is(frame):
    found = made("geographic", frame).positions
    tall = found["syd"][1] - found["nord"][1]
    wide = found["ost"][0] - found["nord"][0]
    assert wide / tall == pytest.approx(0.5 * np.cos(np.radians(57.8)) / 0.8, abs=0.01)


def test_municipalities_stand_inside_their_outline(frame):
    found = made("geographic", frame, outlines=(SQUARE,))
    points = np.array(found.outlines[0].rings[0])
    for key in PLACES:
        assert (points.min(axis=0) < found.positions[key]).all()
        assert (points.max(axis=0) > found.positions[key]).all()


def test_what_belongs_to_one_municipality_stands_by_it_and_what_belongs_to_most_in_a_strip(frame):
    found = made("geographic", frame)
    away = {key: np.hypot(*np.subtract(found.positions["skola"], found.positions[key])) for key in PLACES}
    assert min(away, key=away.get) == "nord"
    strips = {box.name["sv"]: set(box.members) for box in found.boxes}
    assert strips["Hela regionen"] == {"alla"}
    assert strips["Utan plats på kartan"] == {"rikt", "verket"}


def test_rings_grow_with_the_steps_from_the_middle(frame):
    found = made("concentric", frame, focal="alla")
    middle = np.array(found.positions["alla"])
    reach = {key: np.hypot(*((np.array(found.positions[key]) - middle) / middle)) for key in ("nord", "skola", "tva")}
    assert 0 < reach["nord"] < reach["tva"]
    assert 0 < reach["skola"] < reach["tva"]
    assert [ring.steps for ring in found.rings] == [1, 2]


def test_those_that_no_path_leads_to_stand_below_the_rings(frame):
    strips = {box.name["sv"]: set(box.members) for box in made("concentric", frame, focal="alla").boxes}
    assert strips["Ingen väg hit"] == {"rikt", "verket"}
    assert strips["Utan relation i källorna"] == {"ensam"}


@pytest.mark.parametrize("nodes", [[actor("a"), actor("b")], []], ids=["no venue", "nobody"])
def test_two_columns_take_both_actors_and_venues(nodes):
    ties = [tie("a", "part_of", "b")] if nodes else []
    assert two_columns.objection(inputs_of(Snapshot.of(nodes, ties))) == "it takes actors and networks or projects with relationships"


def test_the_two_columns_are_actors_and_venues(frame):
    found = made("affiliation", frame)
    left = {found.positions[key][0] for key in ("nord", "syd", "ost", "skola", "verket")}
    right = {found.positions[key][0] for key in ("alla", "tva", "rikt")}
    assert len(left) == len(right) == 1
    assert max(left) < min(right)
    assert {found.sides["nord"], found.sides["alla"]} == {-1, 1}


@settings(max_examples=40, deadline=None)
@given(st.sets(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=1))
def test_no_two_neighbours_in_a_column_would_cross_less_the_other_way_round(pairs):
    graph = nx.Graph([(f"a{a}", f"v{v}") for a, v in pairs])
    left, right = two_columns.ordered(*(sorted(node for node in graph if node[0] == side) for side in "av"), graph)
    fewest = two_columns.crossings(left, right, graph)
    for row in range(len(left) - 1):
        other = [*left[:row], left[row + 1], left[row], *left[row + 2 :]]
        assert two_columns.crossings(other, right, graph) >= fewest


def test_two_that_share_nothing_are_drawn_without_a_crossing():
    graph = nx.Graph([("a", "y"), ("c", "y"), ("b", "x"), ("d", "x")])
    assert two_columns.crossings(*two_columns.ordered(list("abcd"), list("xy"), graph), graph) == 0


def test_crossings_are_counted_as_they_are_seen():
    graph = nx.Graph([("a", "x"), ("a", "y"), ("b", "x"), ("b", "y")])
    assert two_columns.crossings(["a", "b"], ["x", "y"], graph) == 1


@pytest.mark.parametrize("arrangement", ["group", "geographic", "affiliation", "force"])
def test_themes_stand_below_a_lying_frame_and_beside_a_standing_one(arrangement):
    layout_inputs = inputs_of(pages.gria())
    assert layout_inputs.themes
    for frame in (LANDSCAPE, PORTRAIT):
        found = registry.make(arrangement, layout_inputs, frame)
        for theme in layout_inputs.themes:
            x, y = found.positions[theme]
            assert (y > frame.height and x < frame.width) if frame.lying else (x > frame.width and y < frame.height)


def test_forces_keep_two_cliques_on_a_string_apart():
    cliques = nx.disjoint_union(nx.complete_graph(10), nx.complete_graph(10))
    cliques.add_edge(0, 10)
    points = force.positions(20, np.array(sorted(map(sorted, cliques.edges))))
    inside = np.ptp(points[:10], axis=0).max() / 2 + np.ptp(points[10:], axis=0).max() / 2
    assert np.hypot(*(points[:10].mean(axis=0) - points[10:].mean(axis=0))) > inside


def test_forces_unfold_a_ring():
    pairs = np.array([sorted((i, (i + 1) % 60)) for i in range(60)])
    points = force.positions(60, pairs)
    angles = np.unwrap(np.arctan2(points[:, 1], points[:, 0]))
    assert abs(angles[-1] - angles[0]) > 1.8 * np.pi


def test_a_node_is_pulled_to_its_circle():
    pairs = np.array(sorted((i, i + 1) for i in range(39)))
    circles = np.array([i % 2 for i in range(40)])
    apart = force.positions(40, pairs)
    gathered = force.positions(40, pairs, circles=circles)

    def mixed(points):
        centres = [points[circles == side].mean(axis=0) for side in (0, 1)]
        return np.hypot(*(centres[0] - centres[1])) / points.std()

    assert mixed(gathered) > mixed(apart)


def test_thousands_are_laid_out_by_forces_and_fill_the_frame(frame):
    layout_inputs = inputs_of(pages.generated(2100))
    found = registry.lay_out(layout_inputs, frames=(frame,))
    assert list(found) == ["force"]
    points = np.array([place for node, place in found["force"][frame.name].positions.items() if node not in layout_inputs.themes])
    # Cells of which each would hold seven if they were spread evenly; what is generated is a ring, which has a hole in its middle.
    across, down = (round(side * np.sqrt(300 / (frame.width * frame.height))) for side in (frame.width, frame.height))
    cells = {tuple(cell) for cell in (points / [frame.width / across, frame.height / down]).astype(int)}
    assert len(cells) > 0.65 * across * down
    assert (points > -1).all()
    assert (points < [frame.width + 1, frame.height + 1]).all()


def test_components_do_not_mix():
    nodes = [Network(id=f"{side}{i:03}", name="N", kind="network") for side in "xy" for i in range(30)]
    nodes += [Actor(id=f"a{side}{i:03}", name="A", kind="region") for side in "xy" for i in range(30)]
    ties = [pages.tie(f"a{side}{i:03}", "member_of", f"{side}{(i + j) % 30:03}") for side in "xy" for i in range(30) for j in (0, 1)]
    found = registry.make("force", inputs_of(Snapshot.of(nodes, ties)), LANDSCAPE)
    x, y = ([found.positions[key] for key in found.positions if side in key] for side in "xy")
    apart = max(min(a[axis] for a in one) - max(b[axis] for b in other) for axis in (0, 1) for one, other in ((x, y), (y, x)))
    assert apart > 0


def test_all_layouts_that_apply_are_there_and_the_one_at_start_first():
    found = registry.lay_out(inputs_of(region(), focal="alla"), "concentric")
    assert list(found) == ["concentric", "group", "geographic", "affiliation"]
    assert set(found["group"]) == {"landscape", "portrait"}


@pytest.mark.parametrize(
    ("name", "reason"), [("geographic", "and 0 have them"), ("concentric", r"in focus \(network\)"), ("affiliation", "would hold")]
)
def test_a_layout_that_does_not_apply_says_why(name, reason):
    snapshot = Snapshot.of(node for node in pages.generated().nodes() if node.node != "theme")
    snapshot = Snapshot.of(snapshot.nodes(), [t for t in pages.generated().relationships if t.target in snapshot.by_id])
    with pytest.raises(UsageError, match=reason):
        registry.lay_out(inputs_of(snapshot), name)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.floats(-100, 100), st.floats(-100, 100)), min_size=2, max_size=12), st.integers(0, 11))
def test_boxes_with_room_part_and_those_held_stay(points, which):
    points = np.array(points)
    held = np.arange(len(points)) == which % len(points)
    sizes = np.full(points.shape, 10.0)
    moved = separate.push_apart(points, sizes, np.array([300.0, 300.0]), held=held)
    assert (moved[held] == points[held]).all()
    apart = np.abs(moved[:, None] - moved[None]).max(axis=2) + 20 * np.eye(len(points))
    assert apart.min() > 9.5
