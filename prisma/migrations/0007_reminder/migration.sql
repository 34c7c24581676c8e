-- AlterTable
ALTER TABLE "draft" ADD COLUMN     "reminded_at" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "draft_updated_at_idx" ON "draft"("updated_at");
