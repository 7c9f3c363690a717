-- What a store says of itself, and what it remembers of its loads.

-- counts
SELECT
    (SELECT count(*) FROM actors),
    (SELECT count(*) FROM networks),
    (SELECT count(*) FROM projects),
    (SELECT count(*) FROM municipalities),
    (SELECT count(*) FROM themes),
    (SELECT count(*) FROM documents),
    (SELECT count(*) FROM relationships),
    (SELECT count(*) FROM coverage),
    (SELECT count(*) FROM questions),
    (SELECT count(*) FROM answers),
    (SELECT count(*) FROM indicators);

-- loads
SELECT load, workspace, moment, settings, added, changed, removed, unchanged FROM loads ORDER BY load DESC;

-- files
SELECT name, sha256 FROM load_files WHERE load = ? ORDER BY position;

-- written
SELECT version, written FROM loads ORDER BY load DESC LIMIT 1;

-- remember
INSERT INTO loads (moment, workspace, added, changed, removed, unchanged, version, settings, written) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?);

-- remember file
INSERT INTO load_files (load, position, name, sha256) VALUES (?, ?, ?, ?);
