-- Who reads for a region is held in memory by every process, too: whoever links or unlinks a chat tells all.
CREATE TRIGGER committee_chat_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "committee_chat"
  FOR EACH STATEMENT EXECUTE FUNCTION tell_of_change();
