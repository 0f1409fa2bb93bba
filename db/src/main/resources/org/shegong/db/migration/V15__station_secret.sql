-- Keys that stay when the file gets another key: today the one by whose hashes identity numbers of sealed records are
-- found. They follow from the file's key until the file gets another one for the first time.
CREATE TABLE station_secret (
    name TEXT NOT NULL PRIMARY KEY,
    value BLOB NOT NULL
) STRICT, WITHOUT ROWID;
