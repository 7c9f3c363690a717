// Remove questions, answers or indicators, which untie-coding has untied. A relationship of somebody else's stops the load.
UNWIND $rows AS row
MATCH (c:ActormapCoding {id: row.id})
DELETE c
