// Make questions, answers or indicators say what their records say.
UNWIND $rows AS row
MATCH (c:ActormapCoding {id: row.id})
SET c += row.properties
