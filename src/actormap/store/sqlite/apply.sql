-- What temp.difference says, done. Foreign keys are checked at the commit, so the order is only that of what refers to what.

-- what goes, and what is to be written anew
DELETE FROM evidence WHERE relationship IN (SELECT id FROM temp.difference WHERE name = 'relationships' AND what IN ('changed', 'removed'));

DELETE FROM relationships WHERE id IN (SELECT id FROM temp.difference WHERE name = 'relationships' AND what IN ('changed', 'removed'));

DELETE FROM actors WHERE id IN (SELECT id FROM temp.difference WHERE name = 'actors' AND what IN ('changed', 'removed'));

DELETE FROM networks WHERE id IN (SELECT id FROM temp.difference WHERE name = 'networks' AND what IN ('changed', 'removed'));

DELETE FROM projects WHERE id IN (SELECT id FROM temp.difference WHERE name = 'projects' AND what IN ('changed', 'removed'));

DELETE FROM municipalities WHERE id IN (SELECT id FROM temp.difference WHERE name = 'municipalities' AND what IN ('changed', 'removed'));

DELETE FROM themes WHERE id IN (SELECT id FROM temp.difference WHERE name = 'themes' AND what IN ('changed', 'removed'));

DELETE FROM documents WHERE id IN (SELECT id FROM temp.difference WHERE name = 'documents' AND what IN ('changed', 'removed'));

DELETE FROM coverage WHERE id IN (SELECT id FROM temp.difference WHERE name = 'coverage' AND what IN ('changed', 'removed'));

DELETE FROM nodes WHERE id IN (SELECT id FROM temp.difference WHERE name = 'nodes' AND what = 'removed');

-- what comes
INSERT INTO nodes
SELECT staged.* FROM temp.difference AS d CROSS JOIN temp.staged_nodes AS staged ON staged.id = d.id
WHERE d.name = 'nodes' AND d.what IN ('added', 'changed')
ON CONFLICT (id) DO UPDATE SET node = excluded.node;

INSERT INTO actors
SELECT staged.* FROM temp.difference AS d CROSS JOIN temp.staged_actors AS staged ON staged.id = d.id
WHERE d.name = 'actors' AND d.what IN ('added', 'changed');

INSERT INTO networks
SELECT staged.* FROM temp.difference AS d CROSS JOIN temp.staged_networks AS staged ON staged.id = d.id
WHERE d.name = 'networks' AND d.what IN ('added', 'changed');

INSERT INTO projects
SELECT staged.* FROM temp.difference AS d CROSS JOIN temp.staged_projects AS staged ON staged.id = d.id
WHERE d.name = 'projects' AND d.what IN ('added', 'changed');

INSERT INTO municipalities
SELECT staged.* FROM temp.difference AS d CROSS JOIN temp.staged_municipalities AS staged ON staged.id = d.id
WHERE d.name = 'municipalities' AND d.what IN ('added', 'changed');

INSERT INTO themes
SELECT staged.* FROM temp.difference AS d CROSS JOIN temp.staged_themes AS staged ON staged.id = d.id
WHERE d.name = 'themes' AND d.what IN ('added', 'changed');

INSERT INTO documents
SELECT staged.* FROM temp.difference AS d CROSS JOIN temp.staged_documents AS staged ON staged.id = d.id
WHERE d.name = 'documents' AND d.what IN ('added', 'changed');

INSERT INTO relationships
SELECT staged.* FROM temp.difference AS d CROSS JOIN temp.staged_relationships AS staged ON staged.id = d.id
WHERE d.name = 'relationships' AND d.what IN ('added', 'changed');

INSERT INTO coverage
SELECT staged.* FROM temp.difference AS d CROSS JOIN temp.staged_coverage AS staged ON staged.id = d.id
WHERE d.name = 'coverage' AND d.what IN ('added', 'changed');

INSERT INTO evidence
SELECT staged.* FROM temp.difference AS d CROSS JOIN temp.staged_evidence AS staged ON staged.relationship = d.id
WHERE d.name = 'relationships' AND d.what IN ('added', 'changed');
