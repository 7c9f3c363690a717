// The names of the constraints that are there; those of ours begin with actormap_.
SHOW INDEXES YIELD name WHERE name STARTS WITH 'actormap_'
RETURN collect(name) AS names
