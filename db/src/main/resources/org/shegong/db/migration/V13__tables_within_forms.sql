-- Tables within forms that were long texts: goals of a case, budget lines, the time line of a crisis.
CREATE TABLE case_goal (
    id TEXT NOT NULL PRIMARY KEY,
    doc_no TEXT,
    status TEXT NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'submitted', 'void')),
    version INTEGER NOT NULL DEFAULT 1,
    source TEXT NOT NULL DEFAULT 'entry' CHECK (source IN ('entry', 'import', 'field', 'system')),
    sens INTEGER NOT NULL DEFAULT 2,
    import_key TEXT,
    created_at TEXT NOT NULL,
    created_by TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    updated_by TEXT NOT NULL,
    deleted_at TEXT,
    extra TEXT,
    case_id TEXT REFERENCES case_file (id),
    no INTEGER,
    content TEXT,
    measure TEXT,
    due TEXT,
    result TEXT,
    evidence TEXT
) STRICT;
CREATE INDEX case_goal_case_id ON case_goal (case_id);
CREATE INDEX case_goal_import ON case_goal (import_key) WHERE import_key IS NOT NULL;

CREATE TABLE budget_line (
    id TEXT NOT NULL PRIMARY KEY,
    doc_no TEXT,
    status TEXT NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'submitted', 'void')),
    version INTEGER NOT NULL DEFAULT 1,
    source TEXT NOT NULL DEFAULT 'entry' CHECK (source IN ('entry', 'import', 'field', 'system')),
    sens INTEGER NOT NULL DEFAULT 2,
    import_key TEXT,
    created_at TEXT NOT NULL,
    created_by TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    updated_by TEXT NOT NULL,
    deleted_at TEXT,
    extra TEXT,
    group_id TEXT REFERENCES group_work (id),
    activity_id TEXT REFERENCES activity (id),
    cat TEXT,
    item TEXT,
    amount INTEGER,
    spent INTEGER,
    note TEXT
) STRICT;
CREATE INDEX budget_line_group_id ON budget_line (group_id);
CREATE INDEX budget_line_activity_id ON budget_line (activity_id);
CREATE INDEX budget_line_import ON budget_line (import_key) WHERE import_key IS NOT NULL;

CREATE TABLE crisis_event (
    id TEXT NOT NULL PRIMARY KEY,
    doc_no TEXT,
    status TEXT NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'submitted', 'void')),
    version INTEGER NOT NULL DEFAULT 1,
    source TEXT NOT NULL DEFAULT 'entry' CHECK (source IN ('entry', 'import', 'field', 'system')),
    sens INTEGER NOT NULL DEFAULT 2,
    import_key TEXT,
    created_at TEXT NOT NULL,
    created_by TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    updated_by TEXT NOT NULL,
    deleted_at TEXT,
    extra TEXT,
    crisis_id TEXT REFERENCES crisis (id),
    at TEXT,
    seen TEXT,
    content TEXT
) STRICT;
CREATE INDEX crisis_event_crisis_id ON crisis_event (crisis_id);
CREATE INDEX crisis_event_import ON crisis_event (import_key) WHERE import_key IS NOT NULL;

-- What a figure is to reach in a year.
CREATE TABLE figure_target (
    id TEXT NOT NULL PRIMARY KEY,
    doc_no TEXT,
    status TEXT NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'submitted', 'void')),
    version INTEGER NOT NULL DEFAULT 1,
    source TEXT NOT NULL DEFAULT 'entry' CHECK (source IN ('entry', 'import', 'field', 'system')),
    sens INTEGER NOT NULL DEFAULT 2,
    import_key TEXT,
    created_at TEXT NOT NULL,
    created_by TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    updated_by TEXT NOT NULL,
    deleted_at TEXT,
    extra TEXT,
    year TEXT,
    code TEXT,
    value TEXT,
    note TEXT
) STRICT;
CREATE INDEX figure_target_year ON figure_target (year);
CREATE INDEX figure_target_import ON figure_target (import_key) WHERE import_key IS NOT NULL;

-- Somebody taken off the register and put back on it (monthly report B02b).
ALTER TABLE client ADD COLUMN restored_date TEXT;

-- Unified social credit code of the agency that runs the station.
ALTER TABLE station ADD COLUMN agency_code TEXT;

-- Telephone numbers that several clients share are counted while one is typed.
CREATE INDEX client_phone ON client (phone) WHERE phone IS NOT NULL;
