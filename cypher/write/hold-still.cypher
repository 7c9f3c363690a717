// Wait until no load is being made visible. The lock is held until the transaction ends.
MATCH (g:ActormapStore {name: 'graph'})
SET g.taken = true
