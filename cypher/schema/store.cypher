// There is one node for where the store stands and one for whose turn it is to write.
CREATE CONSTRAINT actormap_store IF NOT EXISTS FOR (s:ActormapStore) REQUIRE s.name IS UNIQUE
