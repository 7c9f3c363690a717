// Add relationships that the comparison found missing. CREATE and not MERGE: within one transaction MERGE looks through all that it has
// just added to a node, which takes the square of its ties. That none is there twice is held by the constraints in cypher/schema.
UNWIND $rows AS row
MATCH (a:Actormap {id: row.source})
MATCH (b:Actormap {id: row.target})
CREATE (a)-[r:$(row.type) {actormap_id: row.id}]->(b)
SET r += row.properties
SET r += coalesce(row.dates, {})
