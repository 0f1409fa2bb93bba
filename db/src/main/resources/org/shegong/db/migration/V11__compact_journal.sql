-- Entries made from now on are smaller. One salt per entry, from which the salts of its fields derive; when and by
-- whom stand in the step alone (at, account_id and prev_hash are empty in the entry); changes is a flat JSON array.
-- Entries without a proof keep the form in which they were written.
--   proof: salt and root of the field commitments (48 bytes); when values were erased, the digest of what the
--          entry held before (32 bytes)
--   hash:  base64
ALTER TABLE journal_entry ADD COLUMN proof BLOB;

-- The last entry of a step proves the step. Its label may name a person, so it too can be erased:
--   salt:  of the label's commitment; null in older steps and when the label was erased
--   label_proof: the commitment, once the label was erased
ALTER TABLE journal_step ADD COLUMN salt BLOB;
ALTER TABLE journal_step ADD COLUMN label_proof BLOB;
