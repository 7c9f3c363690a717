-- Where rows wait to be compared with those that are stored: tables of the same columns, out of everybody else's sight, on disk when they are large.

CREATE TEMP TABLE staged_nodes AS SELECT * FROM main.nodes LIMIT 0;

CREATE UNIQUE INDEX temp.staged_nodes_key ON staged_nodes (id);

CREATE TEMP TABLE staged_actors AS SELECT * FROM main.actors LIMIT 0;

CREATE UNIQUE INDEX temp.staged_actors_key ON staged_actors (id);

CREATE TEMP TABLE staged_networks AS SELECT * FROM main.networks LIMIT 0;

CREATE UNIQUE INDEX temp.staged_networks_key ON staged_networks (id);

CREATE TEMP TABLE staged_projects AS SELECT * FROM main.projects LIMIT 0;

CREATE UNIQUE INDEX temp.staged_projects_key ON staged_projects (id);

CREATE TEMP TABLE staged_municipalities AS SELECT * FROM main.municipalities LIMIT 0;

CREATE UNIQUE INDEX temp.staged_municipalities_key ON staged_municipalities (id);

CREATE TEMP TABLE staged_themes AS SELECT * FROM main.themes LIMIT 0;

CREATE UNIQUE INDEX temp.staged_themes_key ON staged_themes (id);

CREATE TEMP TABLE staged_documents AS SELECT * FROM main.documents LIMIT 0;

CREATE UNIQUE INDEX temp.staged_documents_key ON staged_documents (id);

CREATE TEMP TABLE staged_relationships AS SELECT * FROM main.relationships LIMIT 0;

CREATE UNIQUE INDEX temp.staged_relationships_key ON staged_relationships (id);

CREATE TEMP TABLE staged_evidence AS SELECT * FROM main.evidence LIMIT 0;

CREATE UNIQUE INDEX temp.staged_evidence_key ON staged_evidence (relationship, position);

CREATE TEMP TABLE staged_coverage AS SELECT * FROM main.coverage LIMIT 0;

CREATE UNIQUE INDEX temp.staged_coverage_key ON staged_coverage (id);

CREATE TEMP TABLE difference (
    name TEXT NOT NULL, -- of the table
    what TEXT NOT NULL, -- added, changed or removed
    id TEXT NOT NULL,
    PRIMARY KEY (name, what, id)
) WITHOUT ROWID;
