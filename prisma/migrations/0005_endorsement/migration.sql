-- CreateTable
CREATE TABLE "endorsement" (
    "id" UUID NOT NULL,
    "submission_id" UUID NOT NULL,
    "person_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "endorsement_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "endorsement_person_id_idx" ON "endorsement"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "endorsement_submission_id_person_id_key" ON "endorsement"("submission_id", "person_id");

-- AddForeignKey
ALTER TABLE "endorsement" ADD CONSTRAINT "endorsement_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "endorsement" ADD CONSTRAINT "endorsement_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
