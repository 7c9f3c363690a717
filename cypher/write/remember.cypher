// Remember a load: whence, when, from which files, and what it did.
MATCH (g:ActormapStore {name: 'graph'})
CREATE (l:ActormapLoad {number: g.loads})
SET l += $properties
