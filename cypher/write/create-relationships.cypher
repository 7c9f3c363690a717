// Add relationships to a store that held nothing when the load began. A row is the type, the ends, and then the values of $keys. Those that
// begin in one node are gathered, so that it is looked up once for all of them.
UNWIND $rows AS row
WITH row[1] AS source, collect(row) AS ties
MATCH (a:Actormap {id: source})
UNWIND ties AS row
MATCH (b:Actormap {id: row[2]})
CREATE (a)-[r:$(row[0])]->(b)
FOREACH (i IN range(0, size($keys) - 1) | SET r[$keys[i]] = row[i + 3])
