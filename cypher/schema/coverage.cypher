// No line of required coverage is there twice.
CREATE CONSTRAINT actormap_coverage IF NOT EXISTS FOR (c:ActormapCoverage) REQUIRE c.id IS UNIQUE
