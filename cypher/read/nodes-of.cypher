// The nodes with the ids $ids: id, labels and the values of $keys for each.
MATCH (n:Actormap)
WHERE n.id IN $ids
RETURN collect([n.id, labels(n), [key IN $keys | n[key]]]) AS rows
