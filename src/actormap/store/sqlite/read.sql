-- Every record as a row, in the order of ids. A relationship without evidence still has one row, with nothing after its own columns.

-- actors
SELECT
    id, name, kind, municipality, region, aliases, note, document, locator, status, attributes
FROM actors ORDER BY id;

-- networks
SELECT
    id, name, kind, status, purpose, region, valid_from, valid_to, aliases, note, document, locator, attributes
FROM networks ORDER BY id;

-- projects
SELECT
    id, name, kind, number, programme, programme_area, objective, intervention, region, "start", "end", total_budget_sek,
    esf_support_sek, union_rate_percent, planned_participants, aliases, note, document, locator, attributes
FROM projects ORDER BY id;

-- municipalities
SELECT
    id, name, code, county, latitude, longitude, population, aliases, note, document, locator, attributes
FROM municipalities ORDER BY id;

-- themes
SELECT
    id, name, kind, note, attributes
FROM themes ORDER BY id;

-- documents
SELECT
    id, title, publisher, published, address, collection, note, attributes
FROM documents ORDER BY id;

-- coverage
SELECT
    id, network, "row", "column", municipality, kind, theme, role, minimum, weight, answer, document, locator, note, attributes
FROM coverage ORDER BY id;

-- relationships
SELECT
    r.id, r.source, r.type, r.target, r.role, r.valid_from,
    e.position, e.document, e.locator, e.status, e.confidence, e.informant, e.valid_to, e.weight, e.level, e.value, e.unit,
    e.note, e.attributes
FROM relationships AS r LEFT JOIN evidence AS e ON e.relationship = r.id
ORDER BY r.id, e.position;
