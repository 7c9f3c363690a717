// Take over a load that somebody began and did not finish. No row: somebody else has done so meanwhile.
MATCH (g:ActormapStore {name: 'graph'})
WHERE g.running = $before AND g.step = $step
SET g.running = $run, g.doing = $doing
REMOVE g.taken
RETURN g.step AS step, coalesce(g.first, false) AS first
