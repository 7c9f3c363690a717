// Add questions, answers or indicators; tie-coding ties them to what they are about.
UNWIND $rows AS row
MERGE (c:ActormapCoding {id: row.id})
SET c:$(row.labels)
SET c += row.properties
