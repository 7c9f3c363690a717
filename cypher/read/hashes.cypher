// One page of nodes in the order of their ids, with what a load sees by whether they differ, gathered by the labels that they carry.
// Namely their ids, their fingerprints, and the sum of the fingerprints of the relationships that go out from each, in two parts, of which
// no sum is too large. A node whose sum is as wanted has the relationships that are wanted, and nothing more need travel.
// What has no fingerprint is an empty text or counts as 1. Relationships of anybody else's between the same nodes have no actormap_id.
MATCH (a:Actormap)
WHERE a.id >= $from AND NOT a.id IN $seen
WITH a ORDER BY a.id LIMIT $page
OPTIONAL MATCH (a)-[r]->(:Actormap)
WHERE r.actormap_id IS NOT NULL
WITH a, CASE WHEN r IS NOT NULL THEN coalesce(toIntegerOrNull(r.actormap_hash), 1) END AS hash
WITH a, sum(hash / 4294967296) AS upper, sum(hash % 4294967296) AS lower
WITH labels(a) AS carried, max(a.id) AS last, collect(a.id) AS ids, collect(coalesce(a.actormap_hash, "")) AS hashes,
  collect(upper) AS uppers, collect(lower) AS lowers
RETURN sum(size(ids)) AS nodes, max(last) AS last, collect([carried, ids, hashes, uppers, lowers]) AS rows
