// Who meet each other more than they meet the rest? Communities by the method of Louvain; needs the plug-in Graph Data Science (GDS).
// Two who have several relationships with each other are tied once. One thread alone finds the same communities every time.
CALL gds.graph.drop("actormap_communities", false) YIELD graphName
WITH count(graphName) AS earlier
MATCH (a:Actormap:Actor)-[r:MEMBER_OF|REPRESENTED_IN|COORDINATES|CARRIES_OUT|OWNS|PARTICIPATES_IN]->(v:Actormap)
WHERE r.status IN ["stated", "stated_collectively", "implied"]
WITH DISTINCT a, v
WITH gds.graph.project("actormap_communities", a, v, {}, {undirectedRelationshipTypes: ["*"]}) AS graph
CALL gds.louvain.stream(graph.graphName, {concurrency: 1}) YIELD nodeId, communityId
WITH gds.util.asNode(nodeId) AS node, communityId
ORDER BY node.id
WITH communityId, collect(node.name) AS members
RETURN size(members) AS size, members
ORDER BY size DESC, members;
