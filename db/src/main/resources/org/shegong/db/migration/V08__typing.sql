-- What somebody is typing and has not saved: a safety net under power cuts, not a record and not history. It is
-- therefore no part of the journal, belongs to one account, and goes away when the record is saved or the person
-- gives it up. content is JSON: values, what the record said before in the same fields, text that is no value yet,
-- the field with the cursor. base_version is the version the typing began on, 0 for a new record.
CREATE TABLE typing_draft (
    account_id TEXT NOT NULL,
    record_id TEXT NOT NULL,
    form TEXT NOT NULL,
    base_version INTEGER NOT NULL,
    at TEXT NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (account_id, record_id)
) STRICT, WITHOUT ROWID;

-- Changes that earlier versions kept aside among the settings; they did not note whose they were nor of which form.
INSERT INTO typing_draft (account_id, record_id, form, base_version, at, content)
SELECT '', substr(key, 12), '', -1, updated_at, '{"values":' || value || '}'
FROM setting WHERE key LIKE 'unfinished.%' AND value IS NOT NULL AND deleted_at IS NULL;
