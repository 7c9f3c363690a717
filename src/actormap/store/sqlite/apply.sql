-- What temp.difference says, done. Foreign keys are checked at the commit, so the order is only that of what refers to what.

-- what goes, and what is to be written anew
DELETE FROM evidence WHERE relationship IN (SELECT id FROM temp.difference WHERE name = 'relationships' AND what IN ('changed', 'removed'));

DELETE FROM {table} WHERE id IN (SELECT id FROM temp.difference WHERE name = '{table}' AND what IN ('changed', 'removed'));

DELETE FROM nodes WHERE id IN (SELECT id FROM temp.difference WHERE name = 'nodes' AND what = 'removed');

-- what comes
INSERT INTO nodes
SELECT staged.* FROM temp.difference AS d CROSS JOIN temp.staged_nodes AS staged ON staged.id = d.id
WHERE d.name = 'nodes' AND d.what IN ('added', 'changed')
ON CONFLICT (id) DO UPDATE SET node = excluded.node;

INSERT INTO {table}
SELECT staged.* FROM temp.difference AS d CROSS JOIN temp.staged_{table} AS staged ON staged.id = d.id
WHERE d.name = '{table}' AND d.what IN ('added', 'changed');

INSERT INTO evidence
SELECT staged.* FROM temp.difference AS d CROSS JOIN temp.staged_evidence AS staged ON staged.relationship = d.id
WHERE d.name = 'relationships' AND d.what IN ('added', 'changed');
