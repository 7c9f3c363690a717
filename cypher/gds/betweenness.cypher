// Which actors and venues lie on the most shortest paths between others? Betweenness; needs the plug-in Graph Data Science (GDS).
// Two who have several relationships with each other are as near as with one. Scores that differ in their last digits alone are equal.
CALL gds.graph.drop("actormap_betweenness", false) YIELD graphName
WITH count(graphName) AS earlier
MATCH (a:Actormap:Actor)-[r:MEMBER_OF|REPRESENTED_IN|COORDINATES|CARRIES_OUT|OWNS|PARTICIPATES_IN]->(v:Actormap)
WHERE r.status IN ["stated", "stated_collectively", "implied"]
WITH DISTINCT a, v
WITH gds.graph.project("actormap_betweenness", a, v, {}, {undirectedRelationshipTypes: ["*"]}) AS graph
CALL gds.betweenness.stream(graph.graphName) YIELD nodeId, score
WITH gds.util.asNode(nodeId) AS node, round(score, 6) AS score
RETURN node.id AS id, node.name AS name, labels(node) AS labels, score
ORDER BY score DESC, id LIMIT 25;
