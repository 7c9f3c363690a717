// No relationship part_of is there twice: loads rely on it, and nothing of anybody else's carries the property actormap_id.
CREATE CONSTRAINT actormap_part_of IF NOT EXISTS FOR ()-[r:PART_OF]-() REQUIRE r.actormap_id IS UNIQUE
