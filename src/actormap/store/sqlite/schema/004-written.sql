-- That nobody has written to the file since a load is known without looking at its rows.

-- The time of change that the load gave the file, in nanoseconds since 1970 (UTC); NULL if nothing is known.
ALTER TABLE loads ADD COLUMN written INTEGER;

PRAGMA user_version = 4;
