// No relationship member_of is there twice: loads rely on it, and nothing of anybody else's carries the property actormap_id.
CREATE CONSTRAINT actormap_member_of IF NOT EXISTS FOR ()-[r:MEMBER_OF]-() REQUIRE r.actormap_id IS UNIQUE
