// What goes out from one page of nodes, in the order of the nodes' ids: each node with the fingerprints of its relationships. A node whose
// fingerprints are those that are wanted has the relationships that are wanted, and nothing more need travel.
// Relationships of anybody else's between the same nodes have no actormap_id.
MATCH (a:Actormap)
WHERE a.id >= $from AND NOT a.id IN $seen
WITH a ORDER BY a.id LIMIT $page
OPTIONAL MATCH (a)-[r]->(:Actormap)
WHERE r.actormap_id IS NOT NULL
WITH a, collect(CASE WHEN r IS NOT NULL THEN coalesce(r.actormap_hash, "") END) AS hashes
RETURN count(a) AS nodes, max(a.id) AS last, collect([a.id, hashes]) AS rows
