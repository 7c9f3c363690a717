// By which shortest ways are two nodes connected, through whom?
// $start: node = "partille" — where the ways begin
// $goal: node = "arbetsformedlingen" — where they end
// $types: types = ["owns", "carries_out", "coordinates", "participates_in", "member_of", "represented_in"] — which types count
// $most: count = 100 — how many ways to show
// $documents: documents = [] — only what these documents, or collections of documents, say; none means all
// $statuses: statuses = ["stated", "stated_collectively", "implied"] — how firmly it must be said
// columns: length, path, names
// order: length, path
:param start => "partille";
:param goal => "arbetsformedlingen";
:param types => ["owns", "carries_out", "coordinates", "participates_in", "member_of", "represented_in"];
:param most => 100;
:param documents => [];
:param statuses => ["stated", "stated_collectively", "implied"];

OPTIONAL MATCH (d:Actormap:Document)
WHERE d.id IN $documents OR d.collection IN $documents
WITH collect(d.id) AS chosen

MATCH way = ALL SHORTEST (:Actormap {id: $start})
  ((:Actormap)-[r WHERE r.type IN $types
    AND any(i IN range(0, coalesce(size(r.evidence_status), 0) - 1) WHERE r.evidence_status[i] IN $statuses
    AND ($documents = [] OR r.evidence_document[i] IN chosen))]-(:Actormap))+
  (:Actormap {id: $goal})
WHERE $start <> $goal
WITH DISTINCT [n IN nodes(way) | n.id] AS path, [n IN nodes(way) | n.name] AS names
RETURN size(path) - 1 AS length, path, names
ORDER BY length, path LIMIT $most;
