-- What partners in a survey say of each other: three parts of value and three of trust (PARTNER), each 1 to 4. Empty is not known.

-- Power and influence.
ALTER TABLE evidence ADD COLUMN influence INTEGER;

-- Level of involvement.
ALTER TABLE evidence ADD COLUMN involvement INTEGER;

-- Contribution of resources.
ALTER TABLE evidence ADD COLUMN contribution INTEGER;

ALTER TABLE evidence ADD COLUMN reliability INTEGER;

-- Support of the mission.
ALTER TABLE evidence ADD COLUMN mission INTEGER;

-- Openness to discussion.
ALTER TABLE evidence ADD COLUMN openness INTEGER;

DROP VIEW v_evidence;

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
    e.influence,
    e.involvement,
    e.contribution,
    e.reliability,
    e.mission,
    e.openness,
    e.value,
    e.unit,
    e.note
FROM evidence AS e
JOIN relationships AS r ON r.id = e.relationship
LEFT JOIN documents AS d ON d.id = e.document;

PRAGMA user_version = 6;
