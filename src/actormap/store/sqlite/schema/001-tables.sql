-- The tables of actormap's embedded store, one a kind of record.
-- Open the file with any SQLite tool and ask the views (their names begin with v_); the tables are for `actormap load` to write.
--
-- A missing value is NULL. Aliases are joined with a vertical bar; `attributes` is a JSON object of the columns actormap has no name for.
-- Columns without a type hold numbers just as they came, whole or not. Dates are text: 2014, 2014-06 or 2014-06-01.
-- `document` columns cite a document by id; they are no foreign keys, since a graph may be kept without its list of sources.

PRAGMA application_id = 1097036909;

CREATE TABLE nodes (
    -- Every id in use, whatever the record: this is what relationships refer to.
    id TEXT NOT NULL PRIMARY KEY,
    node TEXT NOT NULL CHECK (node IN ('actor', 'network', 'project', 'municipality', 'theme', 'document'))
) WITHOUT ROWID;

CREATE TABLE actors (
    -- Organisations, parts of them, roles in them (never persons) and unnamed groups.
    id TEXT NOT NULL PRIMARY KEY REFERENCES nodes (id) DEFERRABLE INITIALLY DEFERRED,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    municipality TEXT, -- the id of the municipality it belongs to
    region TEXT,
    aliases TEXT,
    note TEXT,
    document TEXT,
    locator TEXT, -- where in the document
    status TEXT, -- how firmly the document says so
    attributes TEXT
) WITHOUT ROWID;

CREATE TABLE networks (
    -- Venues that last: networks, councils, groups, teams.
    id TEXT NOT NULL PRIMARY KEY REFERENCES nodes (id) DEFERRABLE INITIALLY DEFERRED,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    status TEXT, -- existing, temporary or planned
    purpose TEXT,
    region TEXT,
    valid_from TEXT,
    valid_to TEXT,
    aliases TEXT,
    note TEXT,
    document TEXT,
    locator TEXT,
    attributes TEXT
) WITHOUT ROWID;

CREATE TABLE projects (
    -- Venues with an end: projects, pre-studies, programmes. Amounts are in Swedish kronor.
    id TEXT NOT NULL PRIMARY KEY REFERENCES nodes (id) DEFERRABLE INITIALLY DEFERRED,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    number TEXT, -- the funder's
    programme TEXT, -- the funding period, such as 2007-2013
    programme_area TEXT,
    objective TEXT,
    intervention TEXT,
    region TEXT,
    "start" TEXT,
    "end" TEXT,
    total_budget_sek,
    esf_support_sek,
    union_rate_percent,
    planned_participants,
    aliases TEXT,
    note TEXT,
    document TEXT,
    locator TEXT,
    attributes TEXT
) WITHOUT ROWID;

CREATE TABLE municipalities (
    -- Organisations that act, and places.
    id TEXT NOT NULL PRIMARY KEY REFERENCES nodes (id) DEFERRABLE INITIALLY DEFERRED,
    name TEXT NOT NULL,
    code TEXT, -- Statistics Sweden's, four digits
    county TEXT,
    latitude, -- degrees, WGS 84
    longitude,
    population,
    aliases TEXT,
    note TEXT,
    document TEXT,
    locator TEXT,
    attributes TEXT
) WITHOUT ROWID;

CREATE TABLE themes (
    -- What is worked on: problem areas, target groups, methods, factors, indicators, functions.
    id TEXT NOT NULL PRIMARY KEY REFERENCES nodes (id) DEFERRABLE INITIALLY DEFERRED,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    note TEXT,
    attributes TEXT
) WITHOUT ROWID;

CREATE TABLE documents (
    -- The sources.
    id TEXT NOT NULL PRIMARY KEY REFERENCES nodes (id) DEFERRABLE INITIALLY DEFERRED,
    title TEXT NOT NULL,
    publisher TEXT,
    published TEXT,
    address TEXT,
    collection TEXT, -- what gathers documents that are chosen together
    note TEXT,
    attributes TEXT
) WITHOUT ROWID;

CREATE TABLE relationships (
    -- What one or more statements agree on. The id is derived from the other columns.
    id TEXT NOT NULL PRIMARY KEY,
    source TEXT NOT NULL REFERENCES nodes (id) DEFERRABLE INITIALLY DEFERRED,
    type TEXT NOT NULL,
    target TEXT NOT NULL REFERENCES nodes (id) DEFERRABLE INITIALLY DEFERRED,
    role TEXT,
    valid_from TEXT
) WITHOUT ROWID;

CREATE INDEX relationships_by_source ON relationships (source);

CREATE INDEX relationships_by_target ON relationships (target);

CREATE TABLE evidence (
    -- The statements behind a relationship, in the order of position.
    relationship TEXT NOT NULL REFERENCES relationships (id) DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL, -- from 1
    document TEXT,
    locator TEXT,
    status TEXT NOT NULL, -- stated, stated_collectively, implied, planned or denied
    confidence, -- 0 to 1
    informant TEXT,
    valid_to TEXT,
    weight,
    level INTEGER, -- Frey's level of collaboration, 0 to 5
    value TEXT,
    unit TEXT,
    note TEXT,
    attributes TEXT,
    PRIMARY KEY (relationship, position)
) WITHOUT ROWID;

CREATE TABLE coverage (
    -- What somebody in a network should be, one line a cell of a matrix. Empty conditions hold for anyone.
    id TEXT NOT NULL PRIMARY KEY, -- derived from network, row, column and the conditions
    network TEXT NOT NULL,
    "row" TEXT NOT NULL,
    "column" TEXT NOT NULL,
    municipality TEXT,
    kind TEXT,
    theme TEXT,
    role TEXT,
    minimum INTEGER NOT NULL,
    weight NOT NULL,
    answer TEXT, -- what the network itself has said
    document TEXT,
    locator TEXT,
    note TEXT,
    attributes TEXT
) WITHOUT ROWID;

CREATE TABLE loads (
    -- Every load that changed something or came from other files than the one before.
    load INTEGER NOT NULL PRIMARY KEY,
    moment TEXT NOT NULL, -- ISO 8601, UTC
    workspace TEXT NOT NULL,
    added INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    removed INTEGER NOT NULL,
    unchanged INTEGER NOT NULL,
    version TEXT NOT NULL -- actormap's
);

CREATE TABLE load_files (
    -- The files that a load read, with their SHA-256 in hexadecimal.
    load INTEGER NOT NULL REFERENCES loads (load) DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    PRIMARY KEY (load, position)
) WITHOUT ROWID;

PRAGMA user_version = 1;
