-- Two visits to one household on one day count once, the earliest (rule R14). The mark is kept by the
-- database itself, so that it is right whatever wrote the row: entry, import, undo or merge.
-- duplicate_of is therefore written by these triggers alone.

CREATE TRIGGER visit_duplicate_insert AFTER INSERT ON visit
BEGIN
    UPDATE visit SET duplicate_of = (
        SELECT CASE WHEN f.id = visit.id THEN NULL ELSE f.id END FROM visit f
        WHERE f.household_id = NEW.household_id AND f.date = NEW.date AND f.status = 'submitted' AND f.deleted_at IS NULL
        ORDER BY COALESCE(f.start_time, '99:99'), f.id LIMIT 1)
    WHERE household_id = NEW.household_id AND date = NEW.date;
END;

CREATE TRIGGER visit_duplicate_update AFTER UPDATE OF date, household_id, start_time, status, deleted_at ON visit
BEGIN
    UPDATE visit SET duplicate_of = (
        SELECT CASE WHEN f.id = visit.id THEN NULL ELSE f.id END FROM visit f
        WHERE f.household_id = OLD.household_id AND f.date = OLD.date AND f.status = 'submitted' AND f.deleted_at IS NULL
        ORDER BY COALESCE(f.start_time, '99:99'), f.id LIMIT 1)
    WHERE household_id = OLD.household_id AND date = OLD.date;
    UPDATE visit SET duplicate_of = (
        SELECT CASE WHEN f.id = visit.id THEN NULL ELSE f.id END FROM visit f
        WHERE f.household_id = NEW.household_id AND f.date = NEW.date AND f.status = 'submitted' AND f.deleted_at IS NULL
        ORDER BY COALESCE(f.start_time, '99:99'), f.id LIMIT 1)
    WHERE household_id = NEW.household_id AND date = NEW.date;
END;

CREATE TRIGGER visit_duplicate_delete AFTER DELETE ON visit
BEGIN
    UPDATE visit SET duplicate_of = (
        SELECT CASE WHEN f.id = visit.id THEN NULL ELSE f.id END FROM visit f
        WHERE f.household_id = OLD.household_id AND f.date = OLD.date AND f.status = 'submitted' AND f.deleted_at IS NULL
        ORDER BY COALESCE(f.start_time, '99:99'), f.id LIMIT 1)
    WHERE household_id = OLD.household_id AND date = OLD.date;
END;
