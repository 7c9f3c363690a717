-- How one row goes into the staging tables, or at once into those of an empty store: columns in the order of the records' fields.

-- staged nodes
INSERT INTO temp.staged_nodes ({nodes.columns}) VALUES ({nodes.marks});

-- staged {table}
INSERT INTO temp.staged_{table} ({table.columns}) VALUES ({table.marks});

-- staged evidence
INSERT INTO temp.staged_evidence ({evidence.columns}) VALUES ({evidence.marks});

-- staged brief evidence
INSERT INTO temp.staged_evidence (relationship, position, document, locator, status, confidence) VALUES (?, ?, ?, ?, ?, ?);

-- first nodes
INSERT INTO nodes ({nodes.columns}) VALUES ({nodes.marks});

-- first {table}
INSERT INTO {table} ({table.columns}) VALUES ({table.marks});

-- first evidence
INSERT INTO evidence ({evidence.columns}) VALUES ({evidence.marks});

-- first brief evidence
INSERT INTO evidence (relationship, position, document, locator, status, confidence) VALUES (?, ?, ?, ?, ?, ?);
