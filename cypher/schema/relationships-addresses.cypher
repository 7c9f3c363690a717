// No relationship addresses is there twice: loads rely on it, and nothing of anybody else's carries the property actormap_id.
CREATE CONSTRAINT actormap_addresses IF NOT EXISTS FOR ()-[r:ADDRESSES]-() REQUIRE r.actormap_id IS UNIQUE
