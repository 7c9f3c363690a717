// Make nodes another kind of record, say a municipality that was an actor; their relationships stay.
UNWIND $rows AS row
MATCH (n:Actormap {id: row.id})
REMOVE n:$(row.old)
SET n:$(row.labels)
SET n += row.properties
SET n += coalesce(row.dates, {})
