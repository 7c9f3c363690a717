-- Every record as a row, in the order of ids and its columns in that of the record's fields; evidence in the order of its relationships.

-- {node_table}
SELECT {node_table.columns} FROM {node_table} ORDER BY id;

-- {line_table}
SELECT {line_table.columns} FROM {line_table} ORDER BY id;

-- relationships
SELECT {relationships.columns} FROM relationships ORDER BY id;

-- evidence
SELECT {evidence.columns} FROM evidence ORDER BY relationship, position;
