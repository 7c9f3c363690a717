-- Every record as a row, in the order of ids and its columns in that of the record's fields. A relationship without evidence still has one row,
-- with nothing after its own columns.

-- {node_table}
SELECT {node_table.columns} FROM {node_table} ORDER BY id;

-- coverage
SELECT {coverage.columns} FROM coverage ORDER BY id;

-- relationships
SELECT {relationships.columns}, {evidence.said}
FROM relationships LEFT JOIN evidence ON evidence.relationship = relationships.id
ORDER BY relationships.id, evidence.position;
