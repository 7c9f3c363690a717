// Count a step of the load that is being written. No row: it is no longer ours.
MATCH (g:ActormapStore {name: 'graph'})
WHERE g.running = $run AND g.step = $step
SET g.step = $step + 1
REMOVE g.taken
RETURN g.step AS step
