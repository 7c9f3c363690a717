// Make a load visible, if nobody has written since the store was compared. No row: somebody has.
MATCH (g:ActormapStore {name: 'graph'})
WHERE g.version = $version AND g.running IS NULL
SET g.version = $version + 1, g.loads = g.loads + 1
REMOVE g.taken
RETURN g.loads AS number
