// How many nodes one page has and which is its last, so that the next can be asked for while this one is still on its way.
MATCH (n:Actormap)
WHERE n.id >= $from AND NOT n.id IN $seen
WITH n ORDER BY n.id LIMIT $page
RETURN count(n) AS nodes, max(n.id) AS last
