// Wait until nobody else writes. The relationship is never kept: the lock that making it takes on the node is the turn, held until the transaction ends.
// A lock of the node's label would stand in the way of whoever makes the store's first constraint, and that one in ours.
MATCH (w:ActormapStore {name: 'writer'})
MERGE (w)-[:ACTORMAP_TURN]->(w)
