-- AlterTable
ALTER TABLE "answer_prompt" ADD COLUMN     "knows_event_id" BIGINT;

-- AlterTable
ALTER TABLE "case_event" ADD COLUMN     "from_status" "CaseStatus",
ADD COLUMN     "to_status" "CaseStatus";

-- what is asked for of the newest answer
CREATE INDEX "case_event_case_id_kind_id_idx" ON "case_event"("case_id", "kind", "id");
DROP INDEX "case_event_case_id_idx";
