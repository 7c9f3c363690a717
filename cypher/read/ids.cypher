// Which of $ids are there.
MATCH (n:Actormap)
WHERE n.id IN $ids
RETURN collect(n.id) AS ids
