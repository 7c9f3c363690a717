// How many rows the steps of the load that is being written have, by the statement that takes them back.
MATCH (u:ActormapUndo)
RETURN u.statement AS statement, sum(u.count) AS rows
