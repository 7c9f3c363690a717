// Make nodes say what their records say. A property that is null goes; properties of anybody else's stay.
UNWIND $rows AS row
MATCH (n:Actormap {id: row.id})
SET n += row.properties
SET n += coalesce(row.dates, {})
