-- One hash chain per computer. A step is what a person did at once (a saved form, a whole import); an
-- entry is one record in it. changes is a JSON array of fields with before, after and a salt; the hash
-- covers commitments of the fields, never the values, so a value can be erased and the chain still holds.
CREATE TABLE device (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    created_at TEXT NOT NULL
) STRICT;

CREATE TABLE journal_step (
    id TEXT NOT NULL PRIMARY KEY,
    action TEXT NOT NULL,
    label TEXT NOT NULL,
    account_id TEXT NOT NULL,
    account_name TEXT NOT NULL,
    device_id TEXT NOT NULL,
    at TEXT NOT NULL,
    entries INTEGER NOT NULL,
    undoes TEXT,
    undone_by TEXT
) STRICT;

CREATE TABLE journal_entry (
    device_id TEXT NOT NULL,
    seq INTEGER NOT NULL,
    step_id TEXT NOT NULL,
    at TEXT NOT NULL,
    account_id TEXT NOT NULL,
    op TEXT NOT NULL CHECK (op IN ('insert', 'update', 'delete', 'restore', 'event')),
    form TEXT NOT NULL,
    record_id TEXT NOT NULL,
    record_version INTEGER NOT NULL,
    changes TEXT NOT NULL,
    prev_hash TEXT NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (device_id, seq)
) STRICT;
CREATE INDEX journal_entry_record ON journal_entry (record_id);
CREATE INDEX journal_entry_step ON journal_entry (step_id);
