-- The monthly report's own inputs and its locked versions; wordings and codes a station adds.

-- Texts and reasons typed on one monthly report; reasons is a JSON object from check id or row code to the reason.
CREATE TABLE monthly_report (
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
    period TEXT,
    work TEXT,
    typical TEXT,
    deidentified INTEGER,
    problems TEXT,
    plan TEXT,
    upward TEXT,
    reasons TEXT,
    zero_reason TEXT
) STRICT;
CREATE INDEX monthly_report_period ON monthly_report (period);
CREATE INDEX monthly_report_import ON monthly_report (import_key) WHERE import_key IS NOT NULL;

-- Figures taken once from the last paper report; period is the month they close (YYYY-MM).
CREATE TABLE opening_figure (
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
    period TEXT,
    code TEXT,
    value TEXT,
    note TEXT
) STRICT;
CREATE INDEX opening_figure_period ON opening_figure (period);
CREATE INDEX opening_figure_import ON opening_figure (import_key) WHERE import_key IS NOT NULL;

-- A locked snapshot: payload is the JSON of figures, breakdowns, record ids with versions, texts and checks.
CREATE TABLE report_version (
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
    kind TEXT,
    period TEXT,
    no INTEGER,
    state TEXT,
    finalised_at TEXT,
    finalised_by TEXT,
    profile TEXT,
    payload TEXT,
    digest TEXT
) STRICT;
CREATE INDEX report_version_period ON report_version (period);
CREATE INDEX report_version_import ON report_version (import_key) WHERE import_key IS NOT NULL;

CREATE TABLE supervisor_monthly (
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
    supervisor_id TEXT REFERENCES supervisor (id),
    period TEXT,
    topics TEXT,
    issues TEXT,
    advice TEXT,
    next_plan TEXT,
    growth TEXT
) STRICT;
CREATE INDEX supervisor_monthly_period ON supervisor_monthly (period);
CREATE INDEX supervisor_monthly_import ON supervisor_monthly (import_key) WHERE import_key IS NOT NULL;

-- A station's own column headings, remembered for the next import.
CREATE TABLE ledger_wording (
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
    kind TEXT,
    field TEXT,
    wording TEXT
) STRICT;
CREATE INDEX ledger_wording_kind ON ledger_wording (kind);
CREATE INDEX ledger_wording_import ON ledger_wording (import_key) WHERE import_key IS NOT NULL;

-- A station's own codes (U…) and its switching off of built-in ones; built-in codes are resources.
CREATE TABLE code_entry (
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
    list TEXT,
    code TEXT,
    label TEXT,
    alias TEXT,
    parent TEXT,
    sort INTEGER,
    enabled INTEGER
) STRICT;
CREATE INDEX code_entry_list ON code_entry (list);
CREATE INDEX code_entry_import ON code_entry (import_key) WHERE import_key IS NOT NULL;

CREATE TABLE setting (
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
    key TEXT,
    value TEXT
) STRICT;
CREATE INDEX setting_key ON setting (key);
CREATE INDEX setting_import ON setting (import_key) WHERE import_key IS NOT NULL;

-- Values of multiple-choice fields (codes) and of fields that name several records (refs), in order.
CREATE TABLE record_code (
    owner_id TEXT NOT NULL,
    field TEXT NOT NULL,
    ord INTEGER NOT NULL,
    code TEXT NOT NULL,
    PRIMARY KEY (owner_id, field, ord)
) STRICT, WITHOUT ROWID;
CREATE INDEX record_code_code ON record_code (field, code, owner_id);

CREATE TABLE record_ref (
    owner_id TEXT NOT NULL,
    field TEXT NOT NULL,
    ord INTEGER NOT NULL,
    target_id TEXT NOT NULL,
    PRIMARY KEY (owner_id, field, ord)
) STRICT, WITHOUT ROWID;
CREATE INDEX record_ref_target ON record_ref (target_id, field, owner_id);

CREATE TABLE attachment (
    id TEXT NOT NULL PRIMARY KEY,
    owner_id TEXT NOT NULL,
    field TEXT NOT NULL,
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    size_bytes INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    content BLOB NOT NULL
) STRICT;
CREATE INDEX attachment_owner ON attachment (owner_id);

-- Words by which a record is found: names and their suffixes, pinyin initials, tails of numbers.
CREATE TABLE search_token (
    form TEXT NOT NULL,
    token TEXT NOT NULL,
    record_id TEXT NOT NULL,
    PRIMARY KEY (form, token, record_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX search_token_record ON search_token (record_id);

-- Next number of each kind of document, by prefix (station code, kind, year).
CREATE TABLE doc_counter (
    prefix TEXT NOT NULL PRIMARY KEY,
    last_no INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE account (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    worker_id TEXT REFERENCES worker (id),
    state TEXT NOT NULL DEFAULT 'active',
    created_at TEXT NOT NULL
) STRICT;
