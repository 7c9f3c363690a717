// The nodes that the documents with the ids $ids are tied to.
MATCH (d:Actormap:Document)
WHERE d.id IN $ids
MATCH (n:Actormap)-[s:STATED_IN]->(d)
WHERE s.actormap_document IS NOT NULL
RETURN collect([d.id, n.id]) AS rows
