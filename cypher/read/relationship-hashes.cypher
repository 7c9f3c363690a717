// The relationships that go out from one page of nodes, in the order of the nodes' ids: id, source and fingerprint of each.
// Relationships of anybody else's between the same nodes have no actormap_id.
MATCH (a:Actormap)
WHERE a.id >= $from AND NOT a.id IN $seen
WITH a ORDER BY a.id LIMIT $page
OPTIONAL MATCH (a)-[r]->(:Actormap)
WHERE r.actormap_id IS NOT NULL
RETURN count(DISTINCT a) AS nodes, max(a.id) AS last,
  collect(CASE WHEN r IS NOT NULL THEN [r.actormap_id, a.id, r.actormap_hash] END) AS rows
