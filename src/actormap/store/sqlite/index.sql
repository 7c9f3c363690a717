-- The indexes of schema/001-tables.sql again: after the first load.

CREATE INDEX relationships_by_source ON relationships (source);

CREATE INDEX relationships_by_target ON relationships (target);
