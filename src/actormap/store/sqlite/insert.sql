-- How one row goes into the staging tables, and how the tables are read back: columns in the order of the records' fields.

-- nodes
INSERT INTO temp.staged_nodes (
    id, node
) VALUES (?, ?);

-- actors
INSERT INTO temp.staged_actors (
    id, name, kind, municipality, region, aliases, note, document, locator, status, attributes
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- networks
INSERT INTO temp.staged_networks (
    id, name, kind, status, purpose, region, valid_from, valid_to, aliases, note, document, locator, attributes
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- projects
INSERT INTO temp.staged_projects (
    id, name, kind, number, programme, programme_area, objective, intervention, region, "start", "end", total_budget_sek,
    esf_support_sek, union_rate_percent, planned_participants, aliases, note, document, locator, attributes
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- municipalities
INSERT INTO temp.staged_municipalities (
    id, name, code, county, latitude, longitude, population, aliases, note, document, locator, attributes
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- themes
INSERT INTO temp.staged_themes (
    id, name, kind, note, attributes
) VALUES (?, ?, ?, ?, ?);

-- documents
INSERT INTO temp.staged_documents (
    id, title, publisher, published, address, collection, note, attributes
) VALUES (?, ?, ?, ?, ?, ?, ?, ?);

-- relationships
INSERT INTO temp.staged_relationships (
    id, source, type, target, role, valid_from
) VALUES (?, ?, ?, ?, ?, ?);

-- evidence
INSERT INTO temp.staged_evidence (
    relationship, position, document, locator, status, confidence, informant, valid_to, weight, level, value, unit, note,
    attributes
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- brief evidence
INSERT INTO temp.staged_evidence (relationship, position, document, locator, status, confidence) VALUES (?, ?, ?, ?, ?, ?);

-- coverage
INSERT INTO temp.staged_coverage (
    id, network, "row", "column", municipality, kind, theme, role, minimum, weight, answer, document, locator, note, attributes
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
