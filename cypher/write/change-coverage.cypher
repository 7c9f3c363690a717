// Make lines of required coverage say what their records say.
UNWIND $rows AS row
MATCH (c:ActormapCoverage {id: row.id})
SET c += row.properties
