// A relationship of somebody else's on one of $ids, if there is any.
MATCH (n:Actormap)-[r]-()
WHERE n.id IN $ids AND r.actormap_id IS NULL AND r.actormap_document IS NULL
RETURN n.id AS id, type(r) AS type
ORDER BY id, type LIMIT 1
