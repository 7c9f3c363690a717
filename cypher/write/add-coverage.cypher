// Add lines of required coverage.
UNWIND $rows AS row
MERGE (c:ActormapCoverage {id: row.id})
SET c += row.properties
