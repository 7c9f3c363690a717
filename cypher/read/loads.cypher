// The loads that are remembered, newest first.
MATCH (l:ActormapLoad)
RETURN l.workspace AS workspace, l.moment AS moment, l.files AS files, l.hashes AS hashes,
  coalesce(l.settings, '') AS settings,
  l.added AS added, l.changed AS changed, l.removed AS removed, l.unchanged AS unchanged, l.run AS run
ORDER BY l.number DESC LIMIT $limit
