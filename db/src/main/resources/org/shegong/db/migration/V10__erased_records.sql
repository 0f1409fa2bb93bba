-- Records whose personal values were erased when their time had come. What is left of them are the values that
-- figures count; the journal holds commitments in the place of the values.
CREATE TABLE erased_record (
    record_id TEXT NOT NULL PRIMARY KEY,
    form TEXT NOT NULL,
    step_id TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What the audit shows: everything but the ordinary saving of records, and the saving of what the station itself is.
CREATE INDEX journal_step_audit ON journal_step (id) WHERE action <> 'save';
CREATE INDEX journal_entry_station ON journal_entry (step_id) WHERE form IN ('station', 'code_entry');
