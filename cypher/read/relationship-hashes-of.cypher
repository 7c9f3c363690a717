// The relationships that go out from the nodes with the ids $sources: id, source and fingerprint of each.
// Relationships of anybody else's between the same nodes have no actormap_id.
UNWIND $sources AS source
MATCH (a:Actormap {id: source})-[r]->(:Actormap)
WHERE r.actormap_id IS NOT NULL
RETURN collect([r.actormap_id, source, r.actormap_hash]) AS rows
