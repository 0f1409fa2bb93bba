-- Records of justice, violence and mental health under keys of their own (rules document, section 9). The file's key
-- does not open what stands here.
--
-- Clients, cases and crisis reports that are sealed. opened: 1 once nothing sealed it any more, its key stays for what
-- the journal keeps. rotate: 1 while somebody who had the key lost his right and nobody has changed the key since.
CREATE TABLE sealed_root (
    id TEXT NOT NULL PRIMARY KEY,
    form TEXT NOT NULL,
    generation INTEGER NOT NULL,
    opened INTEGER NOT NULL DEFAULT 0,
    rotate INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

-- The key of each, wrapped for those assigned and for the recovery sheet (holder 'recovery').
--   fingerprint: of the public key for which it was wrapped
CREATE TABLE record_key (
    root_id TEXT NOT NULL,
    generation INTEGER NOT NULL,
    holder TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    wrap BLOB NOT NULL,
    PRIMARY KEY (root_id, generation, holder)
) STRICT, WITHOUT ROWID;
CREATE INDEX record_key_holder ON record_key (holder, root_id);

-- What the records themselves and what is written about them say in words; their own columns hold a mark instead.
--   keys: the roots whose keys together open it, with generation, in order
--   content: AES-256-GCM of JSON by column
--   sum: HMAC with a key that follows from the file's key, so that damage is found by whoever cannot read it
CREATE TABLE sealed_value (
    form TEXT NOT NULL,
    record_id TEXT NOT NULL,
    keys TEXT NOT NULL,
    content BLOB NOT NULL,
    sum BLOB NOT NULL,
    PRIMARY KEY (form, record_id)
) STRICT, WITHOUT ROWID;

-- What the journal held of them; the journal keeps commitments in their place.
CREATE TABLE sealed_change (
    device_id TEXT NOT NULL,
    seq INTEGER NOT NULL,
    record_id TEXT NOT NULL,
    keys TEXT NOT NULL,
    content BLOB NOT NULL,
    sum BLOB NOT NULL,
    PRIMARY KEY (device_id, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX sealed_change_record ON sealed_change (record_id);

-- Keyed hashes of identity numbers, for the duplicate check.
CREATE TABLE sealed_lookup (
    hash TEXT NOT NULL,
    record_id TEXT NOT NULL,
    PRIMARY KEY (hash, record_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX sealed_lookup_record ON sealed_lookup (record_id);

-- As in sealed_value; null for a file that is not sealed.
ALTER TABLE attachment ADD COLUMN keys TEXT;
