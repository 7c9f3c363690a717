// Which of $keys any property in the database has ever been called.
CALL db.propertyKeys() YIELD propertyKey
WHERE propertyKey IN $keys
RETURN collect(propertyKey) AS keys
