"""Results made visible: tables, files, the report and the map."""
