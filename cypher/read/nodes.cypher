// One page of nodes in the order of their ids: the labels and the values of $keys for each.
MATCH (n:Actormap)
WHERE n.id >= $from AND NOT n.id IN $seen
WITH n ORDER BY n.id LIMIT $page
RETURN count(DISTINCT n) AS nodes, max(n.id) AS last, collect([n.id, labels(n), [key IN $keys | n[key]]]) AS rows
