// The last step of the load that is being written: which statement takes it back, and with which rows (JSON).
MATCH (u:ActormapUndo)
RETURN u.number AS number, u.statement AS statement, u.rows AS rows
ORDER BY number DESC LIMIT 1
