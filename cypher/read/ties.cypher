// The relationships that go out from one page of nodes, in the order of the nodes' ids. Each node comes with the target and the values of
// $keys of each of its relationships. Relationships of anybody else's between the same nodes have no actormap_id.
MATCH (a:Actormap)
WHERE a.id >= $from AND NOT a.id IN $seen
WITH a ORDER BY a.id LIMIT $page
OPTIONAL MATCH (a)-[r]->(b:Actormap)
WHERE r.actormap_id IS NOT NULL
WITH a, collect(CASE WHEN r IS NOT NULL THEN [b.id] + [key IN $keys | r[key]] END) AS ties
RETURN count(a) AS nodes, max(a.id) AS last, collect([a.id, ties]) AS rows
