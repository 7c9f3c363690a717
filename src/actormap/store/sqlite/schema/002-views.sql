-- The views: what a person asks with any SQLite tool. SQLite keeps these comments with the views, so the file explains itself.

CREATE VIEW v_statuses (status, rank, makes_ties) AS
-- The statuses of statements, firmest first; only some make ties unless others are asked for.
VALUES ('stated', 1, 1), ('stated_collectively', 2, 1), ('implied', 3, 1), ('planned', 4, 0), ('denied', 5, 0);

CREATE VIEW v_nodes AS
-- Everything that has an id, with its name, whatever table it stands in.
SELECT id, 'actor' AS node, kind, name, note FROM actors
UNION ALL SELECT id, 'network', kind, name, note FROM networks
UNION ALL SELECT id, 'project', kind, name, note FROM projects
UNION ALL SELECT id, 'municipality', 'municipality', name, note FROM municipalities
UNION ALL SELECT id, 'theme', kind, name, note FROM themes
UNION ALL SELECT id, 'document', 'document', title, note FROM documents;

CREATE VIEW v_evidence AS
-- One line a statement: who is tied to whom and how, who says so, where and how firmly.
SELECT
    e.relationship,
    e.position,
    r.source,
    (SELECT name FROM v_nodes WHERE id = r.source) AS source_name,
    r.type,
    r.target,
    (SELECT name FROM v_nodes WHERE id = r.target) AS target_name,
    r.role,
    r.valid_from,
    e.valid_to,
    e.status,
    e.confidence,
    e.informant,
    e.document,
    d.title AS document_title,
    e.locator,
    e.weight,
    e.level,
    e.value,
    e.unit,
    e.note
FROM evidence AS e
JOIN relationships AS r ON r.id = e.relationship
LEFT JOIN documents AS d ON d.id = e.document;

CREATE VIEW v_relationships AS
-- One line a relationship: both ends by name, its firmest status, its latest end, and how many documents and statements it rests on.
SELECT
    r.id,
    r.source,
    (SELECT name FROM v_nodes WHERE id = r.source) AS source_name,
    (SELECT node FROM nodes WHERE id = r.source) AS source_node,
    r.type,
    r.target,
    (SELECT name FROM v_nodes WHERE id = r.target) AS target_name,
    (SELECT node FROM nodes WHERE id = r.target) AS target_node,
    r.role,
    r.valid_from,
    (SELECT max(valid_to) FROM evidence WHERE relationship = r.id) AS valid_to,
    (
        SELECT e.status FROM evidence AS e LEFT JOIN v_statuses AS s ON s.status = e.status
        WHERE e.relationship = r.id ORDER BY s.rank IS NULL, s.rank, e.position LIMIT 1
    ) AS status,
    (SELECT max(confidence) FROM evidence WHERE relationship = r.id) AS confidence,
    (SELECT count(DISTINCT document) FROM evidence WHERE relationship = r.id) AS documents,
    (SELECT count(*) FROM evidence WHERE relationship = r.id) AS statements
FROM relationships AS r;

CREATE VIEW v_members AS
-- Who sits at which table: actors and municipalities in networks and projects, by statements that make ties. One line a way of taking part.
SELECT
    r.target AS venue,
    r.target_name AS venue_name,
    r.target_node AS venue_node,
    r.source AS member,
    r.source_name AS member_name,
    r.type,
    r.role,
    r.valid_from,
    r.valid_to,
    r.status,
    r.documents
FROM v_relationships AS r
JOIN v_statuses AS s ON s.status = r.status AND s.makes_ties
WHERE r.type IN ('owns', 'carries_out', 'coordinates', 'participates_in', 'member_of', 'represented_in')
    AND r.source_node IN ('actor', 'municipality')
    AND r.target_node IN ('network', 'project');

CREATE VIEW v_projects AS
-- One line a project: who owns it, how many take part, where it works, what it costs and how much of that the fund bears.
SELECT
    p.id,
    p.name,
    p.kind,
    p.number,
    p.programme,
    p.programme_area,
    p."start",
    p."end",
    p.total_budget_sek,
    p.esf_support_sek,
    round(100.0 * p.esf_support_sek / nullif(p.total_budget_sek, 0), 2) AS esf_support_percent,
    p.planned_participants,
    (
        SELECT group_concat(o.member_name, ', ')
        FROM (SELECT DISTINCT member_name FROM v_members WHERE venue = p.id AND type = 'owns' ORDER BY member_name) AS o
    ) AS owners,
    (SELECT count(DISTINCT member) FROM v_members WHERE venue = p.id) AS members,
    (
        SELECT count(DISTINCT r.target) FROM v_relationships AS r JOIN v_statuses AS s ON s.status = r.status AND s.makes_ties
        WHERE r.source = p.id AND r.type = 'active_in'
    ) AS municipalities
FROM projects AS p;

CREATE VIEW v_coverage AS
-- One line a requirement on who should sit in a network, with the names of what it refers to and what the network has answered.
SELECT
    c.network,
    (SELECT name FROM v_nodes WHERE id = c.network) AS network_name,
    c."row",
    c."column",
    coalesce((SELECT name FROM municipalities WHERE id = c.municipality), c.municipality) AS municipality,
    c.kind,
    coalesce((SELECT name FROM themes WHERE id = c.theme), c.theme) AS theme,
    c.role,
    c.minimum,
    c.weight,
    c.answer,
    c.document,
    c.locator,
    c.note
FROM coverage AS c;

CREATE VIEW v_loads AS
-- The loads that are remembered, newest first.
SELECT
    l.load,
    l.moment,
    l.workspace,
    (SELECT count(*) FROM load_files AS f WHERE f.load = l.load) AS files,
    l.added,
    l.changed,
    l.removed,
    l.unchanged,
    l.version
FROM loads AS l
ORDER BY l.load DESC;

PRAGMA user_version = 2;
