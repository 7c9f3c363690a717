// The ids of all nodes with one label.
MATCH (n:Actormap)
WHERE $label IN labels(n)
RETURN collect(n.id) AS ids
