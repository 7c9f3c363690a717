// The two nodes that every store has, made once: where it stands, and whose turn it is to write.
MERGE (g:ActormapStore {name: 'graph'})
ON CREATE SET g.version = 0, g.loads = 0, g.schema = $schema
MERGE (w:ActormapStore {name: 'writer'})
