-- What a load is to change, computed from what is staged beside what is stored, into temp.difference.
-- With :merge nothing is removed but what has moved to another table: an actor that the files now call a municipality.

-- nodes: new ones, and those that are another kind of record
INSERT INTO temp.difference
SELECT 'nodes', CASE WHEN stored.id IS NULL THEN 'added' ELSE 'changed' END, staged.id
FROM temp.staged_nodes AS staged LEFT JOIN nodes AS stored ON stored.id = staged.id
WHERE stored.id IS NULL OR staged.node IS NOT stored.node;

-- nodes: those that go
INSERT INTO temp.difference
SELECT 'nodes', 'removed', stored.id FROM nodes AS stored
WHERE NOT EXISTS (SELECT 1 FROM temp.staged_nodes AS staged WHERE staged.id = stored.id)
    AND NOT :merge;

-- new ones, and those that say something else
INSERT INTO temp.difference
SELECT '{table}', CASE WHEN stored.id IS NULL THEN 'added' ELSE 'changed' END, staged.id
FROM temp.staged_{table} AS staged LEFT JOIN {table} AS stored ON stored.id = staged.id
WHERE stored.id IS NULL OR ({table.staged}) IS NOT ({table.stored});

-- those that go, or have moved
INSERT INTO temp.difference
SELECT '{node_table}', 'removed', stored.id FROM {node_table} AS stored
WHERE NOT EXISTS (SELECT 1 FROM temp.staged_{node_table} AS staged WHERE staged.id = stored.id)
    AND (NOT :merge OR EXISTS (SELECT 1 FROM temp.staged_nodes AS moved WHERE moved.id = stored.id));

-- relationships: those that go
INSERT INTO temp.difference
SELECT 'relationships', 'removed', stored.id FROM relationships AS stored
WHERE NOT EXISTS (SELECT 1 FROM temp.staged_relationships AS staged WHERE staged.id = stored.id)
    AND NOT :merge;

-- of the other tables: those that go
INSERT INTO temp.difference
SELECT '{line_table}', 'removed', stored.id FROM {line_table} AS stored
WHERE NOT EXISTS (SELECT 1 FROM temp.staged_{line_table} AS staged WHERE staged.id = stored.id)
    AND NOT :merge;

-- relationships: those whose evidence is new in part, or says something else
INSERT OR IGNORE INTO temp.difference
SELECT 'relationships', 'changed', staged.relationship
FROM temp.staged_evidence AS staged
JOIN relationships AS kept ON kept.id = staged.relationship
LEFT JOIN evidence AS stored ON stored.relationship = staged.relationship AND stored.position = staged.position
WHERE stored.relationship IS NULL OR ({evidence.staged}) IS NOT ({evidence.stored});

-- relationships: those that lose evidence
INSERT OR IGNORE INTO temp.difference
SELECT 'relationships', 'changed', stored.relationship
FROM evidence AS stored
JOIN temp.staged_relationships AS kept ON kept.id = stored.relationship
WHERE NOT EXISTS (
    SELECT 1 FROM temp.staged_evidence AS staged
    WHERE staged.relationship = stored.relationship AND staged.position = stored.position
);
