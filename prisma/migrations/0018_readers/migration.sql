-- Who reads for a region is held in memory by every process, too: whoever links or unlinks a chat tells all.
CREATE TRIGGER committee_chat_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "committee_chat"
  FOR EACH STATEMENT EXECUTE FUNCTION tell_of_change();

-- A half-filled card moves a dozen times. Without an index of its date, and with room in the page, a move leaves the
-- indexes alone; the few who ask by date read a table that is never long.
DROP INDEX "draft_updated_at_idx";
ALTER TABLE "draft" SET (fillfactor = 60);
