-- AlterTable
ALTER TABLE "person" ADD COLUMN     "consent_withdrawn_at" TIMESTAMPTZ(3),
ADD COLUMN     "guardian_consent_version" INTEGER,
ADD COLUMN     "guardian_consented_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "identity_look" (
    "id" BIGSERIAL NOT NULL,
    "person_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "viewer_id" BIGINT,
    "region_code" TEXT,
    "place" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "identity_look_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "posted_message" (
    "id" UUID NOT NULL,
    "chat_id" BIGINT NOT NULL,
    "message_id" INTEGER NOT NULL,
    "text" TEXT,
    "entities" JSONB NOT NULL,
    "buttons" JSONB NOT NULL,
    "marks" JSONB NOT NULL,
    "submission_ids" UUID[],
    "locale" TEXT NOT NULL,
    "edit_owed" BOOLEAN NOT NULL,
    "posted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "posted_message_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "identity_look_person_id_at_idx" ON "identity_look"("person_id", "at");

-- CreateIndex
CREATE INDEX "identity_look_viewer_id_idx" ON "identity_look"("viewer_id");

-- CreateIndex
CREATE INDEX "identity_look_region_code_idx" ON "identity_look"("region_code");

-- CreateIndex
CREATE UNIQUE INDEX "identity_look_case_id_viewer_id_day_key" ON "identity_look"("case_id", "viewer_id", "day");

-- CreateIndex
CREATE INDEX "posted_message_submission_ids_idx" ON "posted_message" USING GIN ("submission_ids");

-- CreateIndex
CREATE INDEX "posted_message_posted_at_idx" ON "posted_message"("posted_at");

-- CreateIndex
CREATE UNIQUE INDEX "posted_message_chat_id_message_id_key" ON "posted_message"("chat_id", "message_id");

-- AddForeignKey
ALTER TABLE "identity_look" ADD CONSTRAINT "identity_look_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "identity_look" ADD CONSTRAINT "identity_look_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "ledger_case"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "identity_look" ADD CONSTRAINT "identity_look_region_code_fkey" FOREIGN KEY ("region_code") REFERENCES "region"("code") ON DELETE SET NULL ON UPDATE CASCADE;
