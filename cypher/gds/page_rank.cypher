// Which actors and venues have the weightiest neighbours? PageRank of who takes part in what; needs the plug-in Graph Data Science (GDS).
CALL gds.graph.drop("actormap_page_rank", false) YIELD graphName
WITH count(graphName) AS earlier
MATCH (a:Actormap:Actor)-[r:MEMBER_OF|REPRESENTED_IN|COORDINATES|CARRIES_OUT|OWNS|PARTICIPATES_IN]->(v:Actormap)
WHERE r.status IN ["stated", "stated_collectively", "implied"]
WITH gds.graph.project("actormap_page_rank", a, v, {}, {undirectedRelationshipTypes: ["*"]}) AS graph
CALL gds.pageRank.stream(graph.graphName) YIELD nodeId, score
WITH gds.util.asNode(nodeId) AS node, score
RETURN node.id AS id, node.name AS name, labels(node) AS labels, score
ORDER BY score DESC, id LIMIT 25;
