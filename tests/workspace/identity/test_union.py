from __future__ import annotations

from actormap.model.records import Actor
from actormap.workspace.identity.union import union

KEPT = Actor(id="a", name="Verket", kind="region")


def test_one_that_is_internal_makes_the_whole_internal():
    other = Actor(id="b", name="VERKET", kind="region", attributes=(("Internal", "ja"),))
    assert dict(union(KEPT, [other])[0].attributes) == {"Internal": "ja", "same_as": "b"}
    said_no = Actor(id="a", name="Verket", kind="region", attributes=(("internal", "nej"),))
    assert dict(union(said_no, [other])[0].attributes) == {"Internal": "ja", "same_as": "b"}


def test_several_are_joined_in_their_order_with_what_they_had_joined_before():
    one = Actor(id="b", name="Väst|Öst", kind="unit", region="Väst", attributes=(("same_as", "old"),))
    two = Actor(id="c", name="Verket", kind="region", region="Öst", aliases=("Ämbetet",))
    joined, differing = union(KEPT, [one, two])
    assert joined.aliases == ("Väst/Öst", "Ämbetet")
    assert dict(joined.attributes) == {"b: kind": "unit", "c: region": "Öst", "same_as": "b|old|c"}
    assert differing == {"b": ("kind",), "c": ("region",)}
