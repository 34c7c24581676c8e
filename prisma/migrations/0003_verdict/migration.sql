-- CreateEnum
CREATE TYPE "CaseVerdict" AS ENUM ('fixed', 'half_fixed', 'not_fixed', 'cannot_tell');

-- CreateEnum
CREATE TYPE "Contentment" AS ENUM ('satisfied', 'fairly', 'not_satisfied');

-- AlterEnum
ALTER TYPE "CaseStatus" ADD VALUE 'withdrawn';

-- AlterTable
ALTER TABLE "ledger_case" ADD COLUMN     "contentment" "Contentment",
ADD COLUMN     "verdict" "CaseVerdict",
ADD COLUMN     "verdict_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "person" ADD COLUMN     "muted_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "addition" (
    "id" UUID NOT NULL,
    "submission_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "addition_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "addition_submission_id_idx" ON "addition"("submission_id");

-- AddForeignKey
ALTER TABLE "addition" ADD CONSTRAINT "addition_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;
