-- What a load is to change, computed from what is staged beside what is stored, into temp.difference.
-- With :merge nothing is removed but what has moved to another table: an actor that the files now call a municipality.

-- nodes: new ones, and those that say something else
INSERT INTO temp.difference
SELECT 'nodes', CASE WHEN stored.id IS NULL THEN 'added' ELSE 'changed' END, staged.id
FROM temp.staged_nodes AS staged LEFT JOIN nodes AS stored ON stored.id = staged.id
WHERE stored.id IS NULL OR (
    staged.node
) IS NOT (
    stored.node
);

-- nodes: those that go
INSERT INTO temp.difference
SELECT 'nodes', 'removed', stored.id FROM nodes AS stored
WHERE NOT EXISTS (SELECT 1 FROM temp.staged_nodes AS staged WHERE staged.id = stored.id)
    AND NOT :merge;

-- actors: new ones, and those that say something else
INSERT INTO temp.difference
SELECT 'actors', CASE WHEN stored.id IS NULL THEN 'added' ELSE 'changed' END, staged.id
FROM temp.staged_actors AS staged LEFT JOIN actors AS stored ON stored.id = staged.id
WHERE stored.id IS NULL OR (
    staged.name, staged.kind, staged.municipality, staged.region, staged.aliases, staged.note, staged.document, staged.locator,
    staged.status, staged.attributes
) IS NOT (
    stored.name, stored.kind, stored.municipality, stored.region, stored.aliases, stored.note, stored.document, stored.locator,
    stored.status, stored.attributes
);

-- actors: those that go
INSERT INTO temp.difference
SELECT 'actors', 'removed', stored.id FROM actors AS stored
WHERE NOT EXISTS (SELECT 1 FROM temp.staged_actors AS staged WHERE staged.id = stored.id)
    AND (NOT :merge OR EXISTS (SELECT 1 FROM temp.staged_nodes AS moved WHERE moved.id = stored.id));

-- networks: new ones, and those that say something else
INSERT INTO temp.difference
SELECT 'networks', CASE WHEN stored.id IS NULL THEN 'added' ELSE 'changed' END, staged.id
FROM temp.staged_networks AS staged LEFT JOIN networks AS stored ON stored.id = staged.id
WHERE stored.id IS NULL OR (
    staged.name, staged.kind, staged.status, staged.purpose, staged.region, staged.valid_from, staged.valid_to, staged.aliases,
    staged.note, staged.document, staged.locator, staged.attributes
) IS NOT (
    stored.name, stored.kind, stored.status, stored.purpose, stored.region, stored.valid_from, stored.valid_to, stored.aliases,
    stored.note, stored.document, stored.locator, stored.attributes
);

-- networks: those that go
INSERT INTO temp.difference
SELECT 'networks', 'removed', stored.id FROM networks AS stored
WHERE NOT EXISTS (SELECT 1 FROM temp.staged_networks AS staged WHERE staged.id = stored.id)
    AND (NOT :merge OR EXISTS (SELECT 1 FROM temp.staged_nodes AS moved WHERE moved.id = stored.id));

-- projects: new ones, and those that say something else
INSERT INTO temp.difference
SELECT 'projects', CASE WHEN stored.id IS NULL THEN 'added' ELSE 'changed' END, staged.id
FROM temp.staged_projects AS staged LEFT JOIN projects AS stored ON stored.id = staged.id
WHERE stored.id IS NULL OR (
    staged.name, staged.kind, staged.number, staged.programme, staged.programme_area, staged.objective, staged.intervention,
    staged.region, staged."start", staged."end", staged.total_budget_sek, staged.esf_support_sek, staged.union_rate_percent,
    staged.planned_participants, staged.aliases, staged.note, staged.document, staged.locator, staged.attributes
) IS NOT (
    stored.name, stored.kind, stored.number, stored.programme, stored.programme_area, stored.objective, stored.intervention,
    stored.region, stored."start", stored."end", stored.total_budget_sek, stored.esf_support_sek, stored.union_rate_percent,
    stored.planned_participants, stored.aliases, stored.note, stored.document, stored.locator, stored.attributes
);

-- projects: those that go
INSERT INTO temp.difference
SELECT 'projects', 'removed', stored.id FROM projects AS stored
WHERE NOT EXISTS (SELECT 1 FROM temp.staged_projects AS staged WHERE staged.id = stored.id)
    AND (NOT :merge OR EXISTS (SELECT 1 FROM temp.staged_nodes AS moved WHERE moved.id = stored.id));

-- municipalities: new ones, and those that say something else
INSERT INTO temp.difference
SELECT 'municipalities', CASE WHEN stored.id IS NULL THEN 'added' ELSE 'changed' END, staged.id
FROM temp.staged_municipalities AS staged LEFT JOIN municipalities AS stored ON stored.id = staged.id
WHERE stored.id IS NULL OR (
    staged.name, staged.code, staged.county, staged.latitude, staged.longitude, staged.population, staged.aliases, staged.note,
    staged.document, staged.locator, staged.attributes
) IS NOT (
    stored.name, stored.code, stored.county, stored.latitude, stored.longitude, stored.population, stored.aliases, stored.note,
    stored.document, stored.locator, stored.attributes
);

-- municipalities: those that go
INSERT INTO temp.difference
SELECT 'municipalities', 'removed', stored.id FROM municipalities AS stored
WHERE NOT EXISTS (SELECT 1 FROM temp.staged_municipalities AS staged WHERE staged.id = stored.id)
    AND (NOT :merge OR EXISTS (SELECT 1 FROM temp.staged_nodes AS moved WHERE moved.id = stored.id));

-- themes: new ones, and those that say something else
INSERT INTO temp.difference
SELECT 'themes', CASE WHEN stored.id IS NULL THEN 'added' ELSE 'changed' END, staged.id
FROM temp.staged_themes AS staged LEFT JOIN themes AS stored ON stored.id = staged.id
WHERE stored.id IS NULL OR (
    staged.name, staged.kind, staged.note, staged.attributes
) IS NOT (
    stored.name, stored.kind, stored.note, stored.attributes
);

-- themes: those that go
INSERT INTO temp.difference
SELECT 'themes', 'removed', stored.id FROM themes AS stored
WHERE NOT EXISTS (SELECT 1 FROM temp.staged_themes AS staged WHERE staged.id = stored.id)
    AND (NOT :merge OR EXISTS (SELECT 1 FROM temp.staged_nodes AS moved WHERE moved.id = stored.id));

-- documents: new ones, and those that say something else
INSERT INTO temp.difference
SELECT 'documents', CASE WHEN stored.id IS NULL THEN 'added' ELSE 'changed' END, staged.id
FROM temp.staged_documents AS staged LEFT JOIN documents AS stored ON stored.id = staged.id
WHERE stored.id IS NULL OR (
    staged.title, staged.publisher, staged.published, staged.address, staged.collection, staged.note, staged.attributes
) IS NOT (
    stored.title, stored.publisher, stored.published, stored.address, stored.collection, stored.note, stored.attributes
);

-- documents: those that go
INSERT INTO temp.difference
SELECT 'documents', 'removed', stored.id FROM documents AS stored
WHERE NOT EXISTS (SELECT 1 FROM temp.staged_documents AS staged WHERE staged.id = stored.id)
    AND (NOT :merge OR EXISTS (SELECT 1 FROM temp.staged_nodes AS moved WHERE moved.id = stored.id));

-- relationships: new ones, and those that say something else
INSERT INTO temp.difference
SELECT 'relationships', CASE WHEN stored.id IS NULL THEN 'added' ELSE 'changed' END, staged.id
FROM temp.staged_relationships AS staged LEFT JOIN relationships AS stored ON stored.id = staged.id
WHERE stored.id IS NULL OR (
    staged.source, staged.type, staged.target, staged.role, staged.valid_from
) IS NOT (
    stored.source, stored.type, stored.target, stored.role, stored.valid_from
);

-- relationships: those that go
INSERT INTO temp.difference
SELECT 'relationships', 'removed', stored.id FROM relationships AS stored
WHERE NOT EXISTS (SELECT 1 FROM temp.staged_relationships AS staged WHERE staged.id = stored.id)
    AND NOT :merge;

-- coverage: new ones, and those that say something else
INSERT INTO temp.difference
SELECT 'coverage', CASE WHEN stored.id IS NULL THEN 'added' ELSE 'changed' END, staged.id
FROM temp.staged_coverage AS staged LEFT JOIN coverage AS stored ON stored.id = staged.id
WHERE stored.id IS NULL OR (
    staged.network, staged."row", staged."column", staged.municipality, staged.kind, staged.theme, staged.role, staged.minimum,
    staged.weight, staged.answer, staged.document, staged.locator, staged.note, staged.attributes
) IS NOT (
    stored.network, stored."row", stored."column", stored.municipality, stored.kind, stored.theme, stored.role, stored.minimum,
    stored.weight, stored.answer, stored.document, stored.locator, stored.note, stored.attributes
);

-- coverage: those that go
INSERT INTO temp.difference
SELECT 'coverage', 'removed', stored.id FROM coverage AS stored
WHERE NOT EXISTS (SELECT 1 FROM temp.staged_coverage AS staged WHERE staged.id = stored.id)
    AND NOT :merge;

-- relationships: those whose evidence is new in part, or says something else
INSERT OR IGNORE INTO temp.difference
SELECT 'relationships', 'changed', staged.relationship
FROM temp.staged_evidence AS staged
JOIN relationships AS kept ON kept.id = staged.relationship
LEFT JOIN evidence AS stored ON stored.relationship = staged.relationship AND stored.position = staged.position
WHERE stored.relationship IS NULL OR (
    staged.document, staged.locator, staged.status, staged.confidence, staged.informant, staged.valid_to, staged.weight,
    staged.level, staged.value, staged.unit, staged.note, staged.attributes
) IS NOT (
    stored.document, stored.locator, stored.status, stored.confidence, stored.informant, stored.valid_to, stored.weight,
    stored.level, stored.value, stored.unit, stored.note, stored.attributes
);

-- relationships: those that lose evidence
INSERT OR IGNORE INTO temp.difference
SELECT 'relationships', 'changed', stored.relationship
FROM evidence AS stored
JOIN temp.staged_relationships AS kept ON kept.id = stored.relationship
WHERE NOT EXISTS (
    SELECT 1 FROM temp.staged_evidence AS staged
    WHERE staged.relationship = stored.relationship AND staged.position = stored.position
);
