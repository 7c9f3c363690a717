// The load that was written step by step is whole, or all taken back: the store may be read again. No row: it is no longer ours.
MATCH (g:ActormapStore {name: 'graph'})
WHERE g.running = $run AND g.step = $step
SET g.version = g.version + 1, g.loads = g.loads + $loads
REMOVE g.running, g.step, g.doing, g.first, g.since, g.workspace, g.taken
RETURN g.loads AS number
