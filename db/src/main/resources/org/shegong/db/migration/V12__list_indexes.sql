-- Long lists in their own order, found and counted without looking at the rows: living records only, with what a
-- search by words asks of them. The conditions are written as the program's lists write them, or SQLite would not see
-- that the index is meant for them.
CREATE INDEX client_list ON client (name, id, village_id, status, deleted_at)
    WHERE deleted_at IS NULL AND status <> 'void';
CREATE INDEX household_list ON household (no, id, village_id, status, deleted_at)
    WHERE deleted_at IS NULL AND status <> 'void';
CREATE INDEX case_file_list ON case_file (open_date, id, client_id, status, deleted_at)
    WHERE deleted_at IS NULL AND status <> 'void';

-- Drafts are counted after every save. They are few, whatever the length of the list.
CREATE INDEX client_drafts ON client (id, deleted_at, status) WHERE status = 'draft';
CREATE INDEX household_drafts ON household (id, deleted_at, status) WHERE status = 'draft';
CREATE INDEX consultation_drafts ON consultation (date, id, deleted_at, status) WHERE status = 'draft';
CREATE INDEX visit_drafts ON visit (date, id, deleted_at, status) WHERE status = 'draft';
CREATE INDEX case_file_drafts ON case_file (open_date, id, deleted_at, status) WHERE status = 'draft';
CREATE INDEX case_session_drafts ON case_session (date, id, deleted_at, status) WHERE status = 'draft';

-- So is what lies in the recycle bin.
CREATE INDEX client_bin ON client (name, id, deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX consultation_bin ON consultation (date, id, deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX visit_bin ON visit (date, id, deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX case_session_bin ON case_session (date, id, deleted_at) WHERE deleted_at IS NOT NULL;
