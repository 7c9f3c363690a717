// Add nodes to a store that held nothing when the load began. A row is the labels, and then the values of $keys: lists travel faster than
// properties under their names, and what is null is not made.
UNWIND $rows AS row
CREATE (n:Actormap:$(row[0]))
FOREACH (i IN range(0, size($keys) - 1) | SET n[$keys[i]] = row[i + 1])
