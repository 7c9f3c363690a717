// Add nodes. The first labels and the properties follow from the record; Actormap says that they are ours.
UNWIND $rows AS row
MERGE (n:Actormap {id: row.id})
SET n:$(row.labels)
SET n += row.properties
SET n += coalesce(row.dates, {})
