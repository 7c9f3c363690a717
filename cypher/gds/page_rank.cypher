// Which actors and venues have the weightiest neighbours? PageRank of who takes part in what; needs the plug-in Graph Data Science (GDS).
// Two who have several relationships with each other are tied once. The few rounds that the plug-in makes unasked leave scores too low.
CALL gds.graph.drop("actormap_page_rank", false) YIELD graphName
WITH count(graphName) AS earlier
MATCH (a:Actormap:Actor)-[r:MEMBER_OF|REPRESENTED_IN|COORDINATES|CARRIES_OUT|OWNS|PARTICIPATES_IN]->(v:Actormap)
WHERE r.status IN ["stated", "stated_collectively", "implied"]
WITH DISTINCT a, v
WITH gds.graph.project("actormap_page_rank", a, v, {}, {undirectedRelationshipTypes: ["*"]}) AS graph
CALL gds.pageRank.stream(graph.graphName, {maxIterations: 1000, tolerance: 1e-12}) YIELD nodeId, score
WITH gds.util.asNode(nodeId) AS node, round(score, 6) AS score
RETURN node.id AS id, node.name AS name, labels(node) AS labels, score
ORDER BY score DESC, id LIMIT 25;
