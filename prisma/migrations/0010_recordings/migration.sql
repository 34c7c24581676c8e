-- AlterTable
ALTER TABLE "answer_prompt" ADD COLUMN     "album" TEXT,
ADD COLUMN     "answer_event_id" BIGINT,
ADD COLUMN     "photo_file_ids" TEXT[];

-- AlterTable
ALTER TABLE "attachment" ADD COLUMN     "answer_event_id" BIGINT;

-- CreateTable
CREATE TABLE "recording" (
    "id" UUID NOT NULL,
    "region_code" TEXT NOT NULL,
    "screen" TEXT NOT NULL,
    "file_id" TEXT NOT NULL,
    "duration_seconds" INTEGER NOT NULL,
    "state" "AttachmentState" NOT NULL DEFAULT 'pending',
    "refusal" TEXT,
    "media_type" TEXT,
    "bytes" INTEGER,
    "recorded_by_telegram_id" BIGINT,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "recording_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "recording_recorded_by_telegram_id_idx" ON "recording"("recorded_by_telegram_id");

-- CreateIndex
CREATE UNIQUE INDEX "recording_region_code_screen_key" ON "recording"("region_code", "screen");

-- CreateIndex
CREATE INDEX "attachment_answer_event_id_idx" ON "attachment"("answer_event_id");

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_answer_event_id_fkey" FOREIGN KEY ("answer_event_id") REFERENCES "case_event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recording" ADD CONSTRAINT "recording_region_code_fkey" FOREIGN KEY ("region_code") REFERENCES "region"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answer_prompt" ADD CONSTRAINT "answer_prompt_answer_event_id_fkey" FOREIGN KEY ("answer_event_id") REFERENCES "case_event"("id") ON DELETE CASCADE ON UPDATE CASCADE;
