// Who sits in a network, as what, since when, and on how many statements does that rest?
// $network: network = "gria" — the network
// $documents: documents = [] — only what these documents, or collections of documents, say; none means all
// $statuses: statuses = ["stated", "stated_collectively", "implied"] — how firmly it must be said
// columns: id, name, kind, seats, since, statements
// order: name, id
:param network => "gria";
:param documents => [];
:param statuses => ["stated", "stated_collectively", "implied"];

OPTIONAL MATCH (d:Actormap:Document)
WHERE d.id IN $documents OR d.collection IN $documents
WITH collect(d.id) AS chosen

MATCH (a:Actormap:Actor)-[r:MEMBER_OF|REPRESENTED_IN]->(:Actormap:Network {id: $network})
WITH a, r, [i IN range(0, coalesce(size(r.evidence_status), 0) - 1) WHERE r.evidence_status[i] IN $statuses
    AND ($documents = [] OR r.evidence_document[i] IN chosen)] AS counted
WHERE counted <> []
WITH a, r, counted ORDER BY r.type
RETURN a.id AS id, a.name AS name, a.kind AS kind, collect(DISTINCT r.type) AS seats,
  min(r.valid_from) AS since, sum(size(counted)) AS statements
ORDER BY replace(replace(replace(toLower(name), "å", "{"), "ä", "|"), "ö", "}"), name, id;
