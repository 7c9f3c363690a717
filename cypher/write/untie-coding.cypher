// Untie questions, answers and indicators from what they are about, so that any of it may go.
UNWIND $rows AS row
MATCH (c:ActormapCoding {id: row.id})-[r]->()
WHERE r.actormap_id = row.id
DELETE r
