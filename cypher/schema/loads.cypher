// Loads are numbered, and no number is given twice.
CREATE CONSTRAINT actormap_loads IF NOT EXISTS FOR (l:ActormapLoad) REQUIRE l.number IS UNIQUE
