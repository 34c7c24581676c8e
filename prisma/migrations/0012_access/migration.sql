-- CreateEnum
CREATE TYPE "GrantRole" AS ENUM ('administrator', 'committee_member');

-- CreateEnum
CREATE TYPE "CommitteeChatEventKind" AS ENUM ('linked', 'changed', 'unlinked', 'left', 'migrated');

-- AlterTable
ALTER TABLE "committee_chat" DROP COLUMN "added_by_telegram_id";

-- CreateTable
CREATE TABLE "access_grant" (
    "id" BIGSERIAL NOT NULL,
    "holder_telegram_id" BIGINT NOT NULL,
    "role" "GrantRole" NOT NULL,
    "region_code" TEXT,
    "until" TIMESTAMPTZ(3),
    "granted_by_telegram_id" BIGINT,
    "granted_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "access_grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "committee_chat_event" (
    "id" BIGSERIAL NOT NULL,
    "chat_id" BIGINT NOT NULL,
    "kind" "CommitteeChatEventKind" NOT NULL,
    "region_before" TEXT,
    "region_after" TEXT,
    "former_chat_id" BIGINT,
    "actor_telegram_id" BIGINT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "committee_chat_event_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "access_grant_holder_telegram_id_idx" ON "access_grant"("holder_telegram_id");

-- CreateIndex
CREATE INDEX "access_grant_region_code_idx" ON "access_grant"("region_code");

-- CreateIndex
CREATE INDEX "committee_chat_event_chat_id_idx" ON "committee_chat_event"("chat_id");

-- CreateIndex
CREATE INDEX "committee_chat_event_actor_telegram_id_idx" ON "committee_chat_event"("actor_telegram_id");

-- AddForeignKey
ALTER TABLE "access_grant" ADD CONSTRAINT "access_grant_region_code_fkey" FOREIGN KEY ("region_code") REFERENCES "region"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The links that there are, as the ledger would have them
INSERT INTO "committee_chat_event" ("chat_id", "kind", "region_after", "actor_telegram_id", "at")
SELECT "chat_id", 'linked', "region_code", "linked_by_telegram_id", coalesce("linked_at", now())
FROM "committee_chat" WHERE "region_code" IS NOT NULL ORDER BY "linked_at", "chat_id";

-- A chat that the bot has left is linked no more
INSERT INTO "committee_chat_event" ("chat_id", "kind", "region_before", "at")
SELECT "chat_id", 'left', "region_code", "left_at"
FROM "committee_chat" WHERE "region_code" IS NOT NULL AND "left_at" IS NOT NULL ORDER BY "left_at", "chat_id";
UPDATE "committee_chat" SET "region_code" = NULL, "linked_by_telegram_id" = NULL, "linked_at" = NULL
WHERE "left_at" IS NOT NULL;
