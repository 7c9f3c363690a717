-- Every record as a row, in the order of ids and its columns in that of the record's fields; evidence in the order of its relationships.

-- {node_table}
SELECT {node_table.columns} FROM {node_table} ORDER BY id;

-- coverage
SELECT {coverage.columns} FROM coverage ORDER BY id;

-- relationships
SELECT {relationships.columns} FROM relationships ORDER BY id;

-- evidence
SELECT {evidence.columns} FROM evidence ORDER BY relationship, position;
