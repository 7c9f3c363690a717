// A relationship of somebody else's on what is coded under one of $ids, if there is any.
MATCH (n:ActormapCoding)-[r]-()
WHERE n.id IN $ids AND r.actormap_id IS NULL
RETURN n.id AS id, type(r) AS type
ORDER BY id, type LIMIT 1
