// Add relationships to a store that held nothing when the load began. A row is the type, the ends, and then the values of $keys.
UNWIND $rows AS row
MATCH (a:Actormap {id: row[1]})
MATCH (b:Actormap {id: row[2]})
CREATE (a)-[r:$(row[0])]->(b)
FOREACH (i IN range(0, size($keys) - 1) | SET r[$keys[i]] = row[i + 3])
