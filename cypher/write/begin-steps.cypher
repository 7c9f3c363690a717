// Say that a load is going to be written step by step, before the first of them. No row: somebody else has written meanwhile.
MATCH (g:ActormapStore {name: 'graph'})
WHERE g.version = $version AND g.running IS NULL
SET g += $properties, g.step = 0
REMOVE g.taken
RETURN g.step AS step, coalesce(g.first, false) AS first
