// Remove lines of required coverage.
UNWIND $rows AS row
MATCH (c:ActormapCoverage {id: row.id})
DELETE c
