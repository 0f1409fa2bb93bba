-- Clients in the order of the columns by which their list is sorted, and by the values to which it is narrowed: a first
-- page without reading all of them. What follows the column lets a list be counted without looking at the rows.
CREATE INDEX client_by_sex ON client (sex, id, status, deleted_at, merged_to)
    WHERE deleted_at IS NULL AND status <> 'void';
CREATE INDEX client_by_category ON client (primary_cat, id, status, deleted_at, merged_to)
    WHERE deleted_at IS NULL AND status <> 'void';
CREATE INDEX client_by_risk ON client (risk, id, status, deleted_at, merged_to)
    WHERE deleted_at IS NULL AND status <> 'void';
CREATE INDEX client_by_next_date ON client (next_date, id, status, deleted_at, merged_to)
    WHERE deleted_at IS NULL AND status <> 'void';
CREATE INDEX client_by_state ON client (file_state, id, status, deleted_at, merged_to)
    WHERE deleted_at IS NULL AND status <> 'void';
CREATE INDEX client_by_level ON client (follow_level, id, status, deleted_at, merged_to)
    WHERE deleted_at IS NULL AND status <> 'void';
CREATE INDEX client_by_owner ON client (owner_worker_id, id, status, deleted_at, merged_to)
    WHERE deleted_at IS NULL AND status <> 'void';
CREATE INDEX client_by_village ON client (village_id, id, name, status, deleted_at, merged_to)
    WHERE deleted_at IS NULL AND status <> 'void';

-- The possible duplicates of somebody being typed: all of one name may be hundreds, of one village few.
CREATE INDEX client_name_village ON client (name, village_id);

-- What figures ask of a person, beside the rows, which are long.
CREATE INDEX client_traits ON client (id, sex, birth, primary_cat, village_id, household_id, version);

-- Few clients ever come back to the register.
CREATE INDEX client_restored_date ON client (restored_date) WHERE restored_date IS NOT NULL;

-- What seals a case by itself, and whose it is.
CREATE INDEX case_file_sealing ON case_file (field, main_problem, worker_id, client_id, id);

-- Rows from ledgers, of which those that lack something are counted each time the first screen is shown.
CREATE INDEX client_imported ON client (id) WHERE source = 'import' AND status = 'submitted' AND deleted_at IS NULL;
CREATE INDEX household_imported ON household (id) WHERE source = 'import' AND status = 'submitted' AND deleted_at IS NULL;
CREATE INDEX consultation_imported ON consultation (id) WHERE source = 'import' AND status = 'submitted' AND deleted_at IS NULL;
CREATE INDEX visit_imported ON visit (id) WHERE source = 'import' AND status = 'submitted' AND deleted_at IS NULL;
CREATE INDEX case_file_imported ON case_file (id) WHERE source = 'import' AND status = 'submitted' AND deleted_at IS NULL;
CREATE INDEX case_session_imported ON case_session (id) WHERE source = 'import' AND status = 'submitted' AND deleted_at IS NULL;
