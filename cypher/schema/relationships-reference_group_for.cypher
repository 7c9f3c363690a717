// No relationship reference_group_for is there twice: loads rely on it, and nothing of anybody else's carries the property actormap_id.
CREATE CONSTRAINT actormap_reference_group_for IF NOT EXISTS FOR ()-[r:REFERENCE_GROUP_FOR]-() REQUIRE r.actormap_id IS UNIQUE
