// One page of what is coded, those with one label ($label: Question, Answer or Indicator), in the order of their ids: the values of $keys for each.
MATCH (c:ActormapCoding)
WHERE c.id >= $from AND NOT c.id IN $seen AND $label IN labels(c)
WITH c ORDER BY c.id LIMIT $page
RETURN count(DISTINCT c) AS nodes, max(c.id) AS last, collect([c.id, [key IN $keys | c[key]]]) AS rows
