// Make relationships say what their records say. A property that is null goes; properties of anybody else's stay.
UNWIND $rows AS row
MATCH (:Actormap {id: row.source})-[r]->(:Actormap {id: row.target})
WHERE r.actormap_id = row.id
SET r += row.properties
SET r += coalesce(row.dates, {})
