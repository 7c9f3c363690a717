// Remove at most $count of the relationships that are ours, wherever they are.
MATCH (:Actormap|ActormapCoding)-[r]->()
WHERE r.actormap_id IS NOT NULL OR r.actormap_document IS NOT NULL
WITH r LIMIT $count
DELETE r
RETURN count(*) AS rows
