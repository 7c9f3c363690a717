// One page of the lines of required coverage in the order of their ids: the values of $keys for each.
MATCH (c:ActormapCoverage)
WHERE c.id >= $from AND NOT c.id IN $seen
WITH c ORDER BY c.id LIMIT $page
RETURN count(DISTINCT c) AS nodes, max(c.id) AS last, collect([c.id, [key IN $keys | c[key]]]) AS rows
