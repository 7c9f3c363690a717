// The ids of all documents and the collections they are gathered in.
MATCH (d:Actormap:Document)
RETURN collect(d.id) + collect(DISTINCT d.collection) AS ids
