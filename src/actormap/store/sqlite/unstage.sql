-- The staging tables go with the load they were made for.

DROP TABLE temp.staged_nodes;
DROP TABLE temp.staged_actors;
DROP TABLE temp.staged_networks;
DROP TABLE temp.staged_projects;
DROP TABLE temp.staged_municipalities;
DROP TABLE temp.staged_themes;
DROP TABLE temp.staged_documents;
DROP TABLE temp.staged_relationships;
DROP TABLE temp.staged_evidence;
DROP TABLE temp.staged_coverage;
DROP TABLE temp.difference;
