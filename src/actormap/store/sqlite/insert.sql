-- How one row goes into the staging tables: columns in the order of the records' fields.

-- nodes
INSERT INTO temp.staged_nodes ({nodes.columns}) VALUES ({nodes.marks});

-- {table}
INSERT INTO temp.staged_{table} ({table.columns}) VALUES ({table.marks});

-- evidence
INSERT INTO temp.staged_evidence ({evidence.columns}) VALUES ({evidence.marks});

-- brief evidence
INSERT INTO temp.staged_evidence (relationship, position, document, locator, status, confidence) VALUES (?, ?, ?, ?, ?, ?);
