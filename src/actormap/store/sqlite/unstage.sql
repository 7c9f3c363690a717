-- The staging tables go with the load they were made for.

DROP TABLE temp.staged_nodes;
DROP TABLE temp.staged_{table};
DROP TABLE temp.staged_evidence;
DROP TABLE temp.difference;
