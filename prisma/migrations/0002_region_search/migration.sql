-- People put the county or the township in front of the village's name: the regions above the villages are looked up by
-- the first two characters of their names. By equality, so that it works under any collation.
CREATE INDEX "region_higher_name_start_idx" ON "region" (left("name", 2)) WHERE "level" IN ('city', 'county', 'township');
