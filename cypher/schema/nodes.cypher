// No two nodes of ours have one id, and a node is found by it at once. Only nodes labelled Actormap are ours.
CREATE CONSTRAINT actormap_nodes IF NOT EXISTS FOR (n:Actormap) REQUIRE n.id IS UNIQUE
