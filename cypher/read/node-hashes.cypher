// One page of nodes in the order of their ids: id, labels and fingerprint of each, by which a load sees which of them differ.
MATCH (n:Actormap)
WHERE n.id >= $from AND NOT n.id IN $seen
WITH n ORDER BY n.id LIMIT $page
RETURN count(DISTINCT n) AS nodes, max(n.id) AS last, collect([n.id, labels(n), n.actormap_hash]) AS rows
