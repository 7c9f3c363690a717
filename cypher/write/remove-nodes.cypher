// Remove nodes. Without DETACH: a relationship of somebody else's is not to go unseen, so it stops the load.
UNWIND $rows AS row
MATCH (n:Actormap {id: row.id})
DELETE n
