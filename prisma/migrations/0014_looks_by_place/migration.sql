-- A look in another place on the same day is a look of its own.
DROP INDEX "identity_look_case_id_viewer_id_day_key";
CREATE UNIQUE INDEX "identity_look_case_id_viewer_id_day_place_key" ON "identity_look"("case_id", "viewer_id", "day", "place");
