// No relationship carries_out is there twice: loads rely on it, and nothing of anybody else's carries the property actormap_id.
CREATE CONSTRAINT actormap_carries_out IF NOT EXISTS FOR ()-[r:CARRIES_OUT]-() REQUIRE r.actormap_id IS UNIQUE
