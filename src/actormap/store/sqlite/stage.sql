-- Where rows wait to be compared with those that are stored: tables of the same columns, out of everybody else's sight, on disk when they are large.

CREATE TEMP TABLE staged_nodes AS SELECT * FROM main.nodes LIMIT 0;

CREATE UNIQUE INDEX temp.staged_nodes_key ON staged_nodes (id);

CREATE TEMP TABLE staged_{table} AS SELECT * FROM main.{table} LIMIT 0;

CREATE UNIQUE INDEX temp.staged_{table}_key ON staged_{table} (id);

CREATE TEMP TABLE staged_evidence AS SELECT * FROM main.evidence LIMIT 0;

CREATE UNIQUE INDEX temp.staged_evidence_key ON staged_evidence (relationship, position);

CREATE TEMP TABLE difference (
    name TEXT NOT NULL, -- of the table
    what TEXT NOT NULL, -- added, changed or removed
    id TEXT NOT NULL,
    PRIMARY KEY (name, what, id)
) WITHOUT ROWID;
