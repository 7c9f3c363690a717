// Tie documents to what they say something of: (node)-[:STATED_IN]->(document). The last row of a document says that all its ties are there.
UNWIND $rows AS row
MATCH (d:Actormap {id: row.id})
SET d.actormap_told = row.told
WITH d, row
UNWIND row.nodes AS node
MATCH (n:Actormap {id: node})
CREATE (n)-[:STATED_IN {actormap_document: row.id}]->(d)
