// Where the store stands: how often it has been written, and whether a load is being written step by step. No row: nothing was ever loaded.
MATCH (s:ActormapStore {name: 'graph'})
RETURN s.version AS version, s.loads AS loads, s.schema AS schema, s.running AS running, s.step AS step, s.doing AS doing,
  s.first AS first, s.since AS since, s.workspace AS workspace
