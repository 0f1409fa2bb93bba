-- Registers that everything else points to. Every form table begins with the same header columns:
-- id (UUIDv7), document number, status, optimistic version, origin, sensitivity, import fingerprint,
-- who and when, recycle-bin mark, and the JSON of a station's own extra fields.
-- Dates are ISO text, money is integer fen, durations are integer minutes, decimals are plain text.

CREATE TABLE station (
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
    name TEXT,
    code TEXT,
    area TEXT,
    receiving_body TEXT,
    agency TEXT,
    opened_on TEXT,
    month_rule TEXT,
    profile TEXT,
    phone TEXT,
    address TEXT
) STRICT;
CREATE INDEX station_import ON station (import_key) WHERE import_key IS NOT NULL;

CREATE TABLE village (
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
    name TEXT,
    code TEXT,
    kind TEXT,
    population INTEGER,
    households INTEGER,
    contact TEXT,
    contact_phone TEXT,
    has_point INTEGER,
    note TEXT
) STRICT;
CREATE INDEX village_name ON village (name);
CREATE INDEX village_import ON village (import_key) WHERE import_key IS NOT NULL;

CREATE TABLE worker (
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
    no TEXT,
    name TEXT,
    id_type TEXT,
    id_no TEXT,
    sex TEXT,
    birth TEXT,
    ethnic TEXT,
    political TEXT,
    edu TEXT,
    major TEXT,
    school TEXT,
    phone TEXT,
    org TEXT,
    on_from TEXT,
    on_to TEXT,
    emp TEXT,
    role TEXT,
    post TEXT,
    identity TEXT,
    local_born INTEGER,
    contract_from TEXT,
    contract_to TEXT,
    social_security_from TEXT,
    bg_date TEXT,
    bg_result TEXT,
    appraisal TEXT,
    worker_state TEXT,
    leave_date TEXT,
    leave_reason TEXT,
    cert_clock_from TEXT,
    note TEXT
) STRICT;
CREATE INDEX worker_name ON worker (name);
CREATE INDEX worker_import ON worker (import_key) WHERE import_key IS NOT NULL;

CREATE TABLE certificate (
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
    worker_id TEXT REFERENCES worker (id),
    kind TEXT,
    level TEXT,
    cert_no TEXT,
    issued_on TEXT,
    gain TEXT,
    reg_state TEXT,
    reg_to TEXT,
    note TEXT
) STRICT;
CREATE INDEX certificate_worker_id ON certificate (worker_id);
CREATE INDEX certificate_import ON certificate (import_key) WHERE import_key IS NOT NULL;

CREATE TABLE supervisor (
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
    name TEXT,
    org TEXT,
    src TEXT,
    qual TEXT,
    cert TEXT,
    years TEXT,
    from_date TEXT,
    to_date TEXT,
    sup_state TEXT,
    phone TEXT
) STRICT;
CREATE INDEX supervisor_name ON supervisor (name);
CREATE INDEX supervisor_import ON supervisor (import_key) WHERE import_key IS NOT NULL;

CREATE TABLE supervisor_station (
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
    station_name TEXT,
    station_code TEXT,
    from_date TEXT,
    to_date TEXT,
    role TEXT
) STRICT;
CREATE INDEX supervisor_station_supervisor_id ON supervisor_station (supervisor_id);
CREATE INDEX supervisor_station_import ON supervisor_station (import_key) WHERE import_key IS NOT NULL;

CREATE TABLE household (
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
    no TEXT,
    head_name TEXT,
    village_id TEXT REFERENCES village (id),
    address TEXT,
    persons INTEGER,
    phone TEXT,
    note TEXT
) STRICT;
CREATE INDEX household_no ON household (no);
CREATE INDEX household_village_id ON household (village_id);
CREATE INDEX household_import ON household (import_key) WHERE import_key IS NOT NULL;

-- SQLite takes an index for the whole answer only while the columns asked for are among a table's first 63, so what
-- figures ask of a client comes before the texts of its form.
CREATE TABLE client (
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
    client_no TEXT,
    name TEXT,
    alias TEXT,
    id_type TEXT,
    id_no TEXT,
    no_id_reason TEXT,
    sex TEXT,
    birth TEXT,
    birth_precision TEXT,
    ethnic TEXT,
    political TEXT,
    edu TEXT,
    marriage TEXT,
    job_state TEXT,
    health TEXT,
    self_care TEXT,
    phone TEXT,
    phone2 TEXT,
    phone2_kind TEXT,
    phone2_owner TEXT,
    huk_area TEXT,
    hukou_kind TEXT,
    village_id TEXT REFERENCES village (id),
    address TEXT,
    reside_state TEXT,
    live_with TEXT,
    house TEXT,
    household_id TEXT REFERENCES household (id),
    rel_head TEXT,
    income_month INTEGER,
    expense TEXT,
    benefits_note TEXT,
    primary_cat TEXT,
    filed_date TEXT,
    filed_source TEXT,
    file_state TEXT,
    closed_date TEXT,
    closed_reason TEXT,
    risk TEXT,
    follow_level TEXT,
    next_date TEXT,
    merged_to TEXT REFERENCES client (id),
    dis_kind TEXT,
    dis_level TEXT,
    dis_no TEXT,
    dis_to TEXT,
    illness_note TEXT,
    guardian_name TEXT,
    guardian_rel TEXT,
    guardian_phone TEXT,
    guard_cap TEXT,
    school TEXT,
    grade TEXT,
    school_state TEXT,
    parent_place TEXT,
    parent_contact TEXT,
    emg_name TEXT,
    emg_rel TEXT,
    emg_phone TEXT,
    past_service TEXT,
    note_culture TEXT,
    owner_worker_id TEXT REFERENCES worker (id),
    lawful_basis TEXT,
    note TEXT
) STRICT;
CREATE INDEX client_client_no ON client (client_no);
CREATE INDEX client_name ON client (name);
CREATE INDEX client_id_no ON client (id_no);
CREATE INDEX client_village_id ON client (village_id);
CREATE INDEX client_household_id ON client (household_id);
CREATE INDEX client_primary_cat ON client (primary_cat, id);
CREATE INDEX client_closed_date ON client (closed_date);
CREATE INDEX client_register ON client (filed_date, closed_date, status, deleted_at, merged_to, household_id, id, village_id, sex,
    birth, primary_cat, risk, follow_level, next_date, version);
CREATE INDEX client_merged ON client (id, merged_to) WHERE merged_to IS NOT NULL;
CREATE INDEX client_home ON client (id, household_id, village_id);
CREATE INDEX client_next_date ON client (next_date);
CREATE INDEX client_import ON client (import_key) WHERE import_key IS NOT NULL;

CREATE TABLE client_category (
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
    client_id TEXT REFERENCES client (id),
    category TEXT,
    from_date TEXT,
    to_date TEXT,
    basis TEXT,
    proof_no TEXT
) STRICT;
CREATE INDEX client_category_client_id ON client_category (client_id, category, from_date, to_date, status, deleted_at);
CREATE INDEX client_category_category ON client_category (category, client_id);
CREATE INDEX client_category_import ON client_category (import_key) WHERE import_key IS NOT NULL;

-- The primary category over time: periods of one client never overlap; to_date is the last day included.
CREATE TABLE client_primary (
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
    client_id TEXT REFERENCES client (id),
    category TEXT,
    from_date TEXT,
    to_date TEXT
) STRICT;
CREATE INDEX client_primary_client_id ON client_primary (client_id, from_date, to_date, category, status, deleted_at);
CREATE INDEX client_primary_category ON client_primary (category, client_id);
CREATE INDEX client_primary_import ON client_primary (import_key) WHERE import_key IS NOT NULL;

CREATE TABLE consent (
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
    client_id TEXT REFERENCES client (id),
    text_ver TEXT,
    signer TEXT,
    relation TEXT,
    how TEXT,
    witness1 TEXT,
    witness2 TEXT,
    from_date TEXT,
    to_date TEXT,
    scope TEXT,
    lawful_basis TEXT,
    note TEXT
) STRICT;
CREATE INDEX consent_client_id ON consent (client_id);
CREATE INDEX consent_import ON consent (import_key) WHERE import_key IS NOT NULL;
