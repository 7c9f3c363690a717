// All nodes with one label: the labels and the values of $keys for each.
MATCH (n:Actormap)
WHERE $label IN labels(n)
WITH n ORDER BY n.id
RETURN collect([n.id, labels(n), [key IN $keys | n[key]]]) AS rows
