// The relationships with the ids $ids, which go out from $sources: id, ends and the values of $keys for each.
MATCH (a:Actormap)
WHERE a.id IN $sources
MATCH (a)-[r]->(b:Actormap)
WHERE r.actormap_id IN $ids
RETURN collect([r.actormap_id, a.id, b.id, [key IN $keys | r[key]]]) AS rows
