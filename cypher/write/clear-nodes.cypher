// Remove at most $count of the nodes that hold our records. Without DETACH: a relationship of somebody else's is not to go unseen.
MATCH (n:Actormap|ActormapCoverage|ActormapCoding)
WITH n LIMIT $count
DELETE n
RETURN count(*) AS rows
