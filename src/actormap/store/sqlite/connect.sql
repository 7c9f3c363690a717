-- How a connection is set, before its first transaction.

PRAGMA foreign_keys = ON;

-- A load and a whole reading touch every page: 64 MB of them, at most, stay in memory.
PRAGMA main.cache_size = -65536;

-- What views and triggers of a file that came from elsewhere may call.
PRAGMA trusted_schema = OFF;
