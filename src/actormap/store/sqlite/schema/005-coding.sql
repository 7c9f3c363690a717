-- What is coded of projects: set questions, the answers that sources give, and figures that are reported.

-- Other names, joined with a vertical bar.
ALTER TABLE themes ADD COLUMN aliases TEXT;

-- How much has been read: whole, part or title.
ALTER TABLE documents ADD COLUMN read TEXT;

CREATE TABLE questions (
    -- The questions that every project is asked.
    id TEXT NOT NULL PRIMARY KEY,
    "group" TEXT NOT NULL, -- the form or set that it belongs to
    sv TEXT NOT NULL,
    en TEXT NOT NULL,
    scale TEXT NOT NULL, -- ordinal, yes_no, free or number
    "values" TEXT, -- the answers of an ordinal scale from the lowest to the highest, joined with a vertical bar, as in the next three
    partly TEXT, -- those that say that it has come about in part
    reached TEXT, -- those that say that it has come about
    outside TEXT, -- answers with no place in the order
    theme TEXT,
    document TEXT,
    locator TEXT,
    note TEXT,
    attributes TEXT
) WITHOUT ROWID;

CREATE TABLE answers (
    -- One answer to one question about one project, by one coder from one source. No row: nobody has looked.
    id TEXT NOT NULL PRIMARY KEY, -- derived from project, question, answer, document, locator and coder
    project TEXT NOT NULL,
    question TEXT NOT NULL,
    answer TEXT NOT NULL, -- of the question's scale, or silent, or not_measured
    status TEXT NOT NULL, -- how firmly the document says so
    voice TEXT, -- who speaks: project, evaluator, partner, funder or press
    coder TEXT, -- a role, never a person
    date TEXT,
    document TEXT,
    locator TEXT,
    note TEXT,
    attributes TEXT
) WITHOUT ROWID;

CREATE TABLE indicators (
    -- One figure of one project.
    id TEXT NOT NULL PRIMARY KEY, -- derived from project, indicator, kind, theme, date, document and locator
    project TEXT NOT NULL,
    indicator TEXT NOT NULL,
    kind TEXT NOT NULL, -- result, before, target or background: only a result tells what the project led to
    theme TEXT,
    value,
    unit TEXT,
    date TEXT,
    target,
    status TEXT NOT NULL,
    voice TEXT,
    document TEXT,
    locator TEXT,
    note TEXT,
    attributes TEXT
) WITHOUT ROWID;

CREATE VIEW v_answers AS
-- One line an answer: the project and the question by their words, who says so and where, and how much of the document has been read.
SELECT
    a.project,
    p.name AS project_name,
    a.question,
    q."group",
    q.sv,
    q.en,
    q.scale,
    a.answer,
    a.status,
    a.voice,
    a.coder,
    a.date,
    a.document,
    d.title AS document_title,
    d.read,
    a.locator,
    a.note
FROM answers AS a
LEFT JOIN projects AS p ON p.id = a.project
LEFT JOIN questions AS q ON q.id = a.question
LEFT JOIN documents AS d ON d.id = a.document;

CREATE VIEW v_indicators AS
-- One line a figure, with the names of the project, the theme and the document.
SELECT
    i.project,
    p.name AS project_name,
    i.indicator,
    i.kind,
    i.theme,
    t.name AS theme_name,
    i.value,
    i.unit,
    i.date,
    i.target,
    i.status,
    i.voice,
    i.document,
    d.title AS document_title,
    i.locator,
    i.note
FROM indicators AS i
LEFT JOIN projects AS p ON p.id = i.project
LEFT JOIN themes AS t ON t.id = i.theme
LEFT JOIN documents AS d ON d.id = i.document;

PRAGMA user_version = 5;
