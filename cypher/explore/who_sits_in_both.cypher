// Who sits in both of two networks, as a member or represented?
// $first: network = "kompetensradet" — one of the networks
// $second: network = "temagruppen-unga" — the other
// $documents: documents = [] — only what these documents, or collections of documents, say; none means all
// $statuses: statuses = ["stated", "stated_collectively", "implied"] — how firmly it must be said
// columns: id, name, kind, in_first, in_second
// order: name, id
:param first => "kompetensradet";
:param second => "temagruppen-unga";
:param documents => [];
:param statuses => ["stated", "stated_collectively", "implied"];

OPTIONAL MATCH (d:Actormap:Document)
WHERE d.id IN $documents OR d.collection IN $documents
WITH collect(d.id) AS chosen

MATCH (a:Actormap:Actor)-[r:MEMBER_OF|REPRESENTED_IN]->(:Actormap:Network {id: $first})
WHERE any(i IN range(0, coalesce(size(r.evidence_status), 0) - 1) WHERE r.evidence_status[i] IN $statuses
    AND ($documents = [] OR r.evidence_document[i] IN chosen))
WITH chosen, a, r.type AS type ORDER BY type
WITH chosen, a, collect(DISTINCT type) AS in_first
MATCH (a)-[r:MEMBER_OF|REPRESENTED_IN]->(:Actormap:Network {id: $second})
WHERE any(i IN range(0, coalesce(size(r.evidence_status), 0) - 1) WHERE r.evidence_status[i] IN $statuses
    AND ($documents = [] OR r.evidence_document[i] IN chosen))
WITH a, in_first, r.type AS type ORDER BY type
RETURN a.id AS id, a.name AS name, a.kind AS kind, in_first, collect(DISTINCT type) AS in_second
ORDER BY replace(replace(replace(toLower(name), "å", "{"), "ä", "|"), "ö", "}"), name, id;
