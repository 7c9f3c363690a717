// No relationship funds is there twice: loads rely on it, and nothing of anybody else's carries the property actormap_id.
CREATE CONSTRAINT actormap_funds IF NOT EXISTS FOR ()-[r:FUNDS]-() REQUIRE r.actormap_id IS UNIQUE
