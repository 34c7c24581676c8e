-- Regions and recordings are held in memory by every process: whoever changes them tells all (src/db/hear-changes.ts).
CREATE FUNCTION tell_of_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('xiangyin_changed', TG_TABLE_NAME);
  RETURN NULL;
END $$;

CREATE TRIGGER region_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "region"
  FOR EACH STATEMENT EXECUTE FUNCTION tell_of_change();
CREATE TRIGGER recording_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "recording"
  FOR EACH STATEMENT EXECUTE FUNCTION tell_of_change();

-- What was waited for in a chat held the whole update that began it: names and words also of those who never agreed.
-- From now on only the purpose of the question is kept.
DELETE FROM "conversation_state" WHERE "key" ~ '^-?[0-9]+$';
