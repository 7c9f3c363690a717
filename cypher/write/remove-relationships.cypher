// Remove relationships.
UNWIND $rows AS row
MATCH (:Actormap {id: row.source})-[r]->(:Actormap {id: row.target})
WHERE r.actormap_id = row.id
DELETE r
