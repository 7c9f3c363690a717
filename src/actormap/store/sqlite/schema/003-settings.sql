-- A store says what its graph is without the workspace that it came from, and an end is the latest day, not the largest text.

-- What the workspace says of itself, as JSON; empty if nothing is known.
ALTER TABLE loads ADD COLUMN settings TEXT NOT NULL DEFAULT '';

DROP VIEW v_relationships;

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
    (
        -- 2014 lasts until December, though 2014-06 is the larger text.
        SELECT valid_to FROM evidence WHERE relationship = r.id AND valid_to IS NOT NULL
        ORDER BY valid_to || substr('-12-31', length(valid_to) - 3) DESC LIMIT 1
    ) AS valid_to,
    (
        SELECT e.status FROM evidence AS e LEFT JOIN v_statuses AS s ON s.status = e.status
        WHERE e.relationship = r.id ORDER BY s.rank IS NULL, s.rank, e.position LIMIT 1
    ) AS status,
    (SELECT max(confidence) FROM evidence WHERE relationship = r.id) AS confidence,
    (SELECT count(DISTINCT document) FROM evidence WHERE relationship = r.id) AS documents,
    (SELECT count(*) FROM evidence WHERE relationship = r.id) AS statements
FROM relationships AS r;

PRAGMA user_version = 3;
