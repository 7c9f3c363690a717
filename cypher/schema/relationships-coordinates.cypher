// No relationship coordinates is there twice: loads rely on it, and nothing of anybody else's carries the property actormap_id.
CREATE CONSTRAINT actormap_coordinates IF NOT EXISTS FOR ()-[r:COORDINATES]-() REQUIRE r.actormap_id IS UNIQUE
