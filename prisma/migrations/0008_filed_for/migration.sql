-- CreateEnum
CREATE TYPE "ProxyConsent" AS ENUM ('voice', 'code');

-- CreateEnum
CREATE TYPE "ProxyEnd" AS ENUM ('declined', 'expired');

-- AlterTable
ALTER TABLE "draft" ADD COLUMN     "filed_for" JSONB;

-- CreateTable
CREATE TABLE "filed_for" (
    "submission_id" UUID NOT NULL,
    "relationship" TEXT NOT NULL,
    "name" TEXT,
    "consent" "ProxyConsent" NOT NULL,
    "filer_id" UUID,
    "consented_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "filed_for_pkey" PRIMARY KEY ("submission_id")
);

-- CreateTable
CREATE TABLE "pending_proxy" (
    "id" UUID NOT NULL,
    "filer_id" UUID NOT NULL,
    "village_code" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "card_version" INTEGER NOT NULL,
    "state" JSONB,
    "relationship" TEXT NOT NULL,
    "name" TEXT,
    "code" TEXT NOT NULL,
    "ended" "ProxyEnd",
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "pending_proxy_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "filed_for_filer_id_idx" ON "filed_for"("filer_id");

-- CreateIndex
CREATE UNIQUE INDEX "pending_proxy_code_key" ON "pending_proxy"("code");

-- CreateIndex
CREATE INDEX "pending_proxy_filer_id_idx" ON "pending_proxy"("filer_id");

-- CreateIndex
CREATE INDEX "pending_proxy_village_code_idx" ON "pending_proxy"("village_code");

-- CreateIndex
CREATE INDEX "pending_proxy_expires_at_idx" ON "pending_proxy"("expires_at");

-- AddForeignKey
ALTER TABLE "filed_for" ADD CONSTRAINT "filed_for_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "filed_for" ADD CONSTRAINT "filed_for_filer_id_fkey" FOREIGN KEY ("filer_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pending_proxy" ADD CONSTRAINT "pending_proxy_filer_id_fkey" FOREIGN KEY ("filer_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pending_proxy" ADD CONSTRAINT "pending_proxy_village_code_fkey" FOREIGN KEY ("village_code") REFERENCES "region"("code") ON DELETE RESTRICT ON UPDATE CASCADE;
