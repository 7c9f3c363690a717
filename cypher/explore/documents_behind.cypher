// Which documents say something of a node, how much, and how much of it is only implied?
// $node: node = "gria" — an actor, network, project, municipality or theme
// columns: id, title, collection, statements, implied
// order: -statements, id
:param node => "gria";

MATCH (:Actormap {id: $node})-[r]-(:Actormap)
WHERE r.actormap_id IS NOT NULL
WITH DISTINCT r
UNWIND range(0, coalesce(size(r.evidence_status), 0) - 1) AS i
WITH r.evidence_document[i] AS id, r.evidence_status[i] AS status
WHERE id <> ""
WITH id, count(*) AS statements, sum(CASE status WHEN "implied" THEN 1 ELSE 0 END) AS implied
OPTIONAL MATCH (d:Actormap:Document {id: id})
RETURN id, d.title AS title, d.collection AS collection, statements, implied
ORDER BY statements DESC, id;
