// Untie documents from nodes that they say nothing of any more, or that are going to go.
UNWIND $rows AS row
MATCH (d:Actormap {id: row.id})
SET d.actormap_told = null
WITH d, row
MATCH (n:Actormap)-[s:STATED_IN]->(d)
WHERE s.actormap_document = row.id AND n.id IN row.nodes
DELETE s
