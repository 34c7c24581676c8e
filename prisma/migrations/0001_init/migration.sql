-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "RegionLevel" AS ENUM ('city', 'county', 'township', 'village', 'grid');

-- CreateEnum
CREATE TYPE "Visibility" AS ENUM ('committee', 'committee_named', 'township');

-- CreateEnum
CREATE TYPE "Urgency" AS ENUM ('can_wait', 'this_month', 'now');

-- CreateEnum
CREATE TYPE "AttachmentKind" AS ENUM ('voice', 'photo', 'location');

-- CreateEnum
CREATE TYPE "CaseStatus" AS ENUM ('submitted', 'accepted', 'answered', 'erased');

-- CreateEnum
CREATE TYPE "DeliveryState" AS ENUM ('pending', 'sending', 'sent', 'unknown', 'refused');

-- CreateTable
CREATE TABLE "region" (
    "code" TEXT NOT NULL,
    "level" "RegionLevel" NOT NULL,
    "name" TEXT NOT NULL,
    "parent_code" TEXT,

    CONSTRAINT "region_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "telegram_id" BIGINT NOT NULL,
    "locale" TEXT,
    "home_village_code" TEXT,
    "consented_at" TIMESTAMPTZ(3),
    "consent_version" INTEGER,
    "blocked_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "draft" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "village_code" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "card_version" INTEGER NOT NULL,
    "state" JSONB NOT NULL,
    "message_id" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "submission" (
    "id" UUID NOT NULL,
    "person_id" UUID,
    "village_code" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "card_version" INTEGER NOT NULL,
    "aspects" TEXT[],
    "satisfaction" INTEGER,
    "answers" JSONB NOT NULL,
    "words" TEXT,
    "wish" TEXT,
    "urgency" "Urgency" NOT NULL,
    "visibility" "Visibility" NOT NULL,
    "signed_name" TEXT,
    "receipt" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "submission_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attachment" (
    "id" UUID NOT NULL,
    "submission_id" UUID NOT NULL,
    "question" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" "AttachmentKind" NOT NULL,
    "file_id" TEXT,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,

    CONSTRAINT "attachment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledger_case" (
    "id" UUID NOT NULL,
    "submission_id" UUID NOT NULL,
    "holder_code" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "status" "CaseStatus" NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "answered_at" TIMESTAMPTZ(3),
    "answer" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ledger_case_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_counter" (
    "region_code" TEXT NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "case_counter_pkey" PRIMARY KEY ("region_code")
);

-- CreateTable
CREATE TABLE "case_event" (
    "id" BIGSERIAL NOT NULL,
    "case_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "actor_telegram_id" BIGINT,
    "text" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "case_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "answer_prompt" (
    "chat_id" BIGINT NOT NULL,
    "message_id" INTEGER NOT NULL,
    "case_id" UUID NOT NULL,
    "asked_telegram_id" BIGINT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "answer_prompt_pkey" PRIMARY KEY ("chat_id","message_id")
);

-- CreateTable
CREATE TABLE "committee_chat" (
    "chat_id" BIGINT NOT NULL,
    "type" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "added_by_telegram_id" BIGINT,
    "left_at" TIMESTAMPTZ(3),
    "region_code" TEXT,
    "linked_by_telegram_id" BIGINT,
    "linked_at" TIMESTAMPTZ(3),

    CONSTRAINT "committee_chat_pkey" PRIMARY KEY ("chat_id")
);

-- CreateTable
CREATE TABLE "digest" (
    "id" UUID NOT NULL,
    "chat_id" BIGINT NOT NULL,
    "region_code" TEXT NOT NULL,
    "period_key" TEXT,
    "period_start" TIMESTAMPTZ(3) NOT NULL,
    "period_end" TIMESTAMPTZ(3) NOT NULL,
    "state" "DeliveryState" NOT NULL,
    "message_id" INTEGER,
    "quoted_ids" UUID[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "digest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "feedback_query" (
    "id" TEXT NOT NULL,
    "telegram_id" BIGINT NOT NULL,
    "filter" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "feedback_query_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "processed_update" (
    "update_id" BIGINT NOT NULL,
    "processed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "processed_update_pkey" PRIMARY KEY ("update_id")
);

-- CreateTable
CREATE TABLE "conversation_state" (
    "key" TEXT NOT NULL,
    "state" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "conversation_state_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "region_parent_code_idx" ON "region"("parent_code");

-- CreateIndex
CREATE UNIQUE INDEX "person_telegram_id_key" ON "person"("telegram_id");

-- CreateIndex
CREATE INDEX "person_home_village_code_idx" ON "person"("home_village_code");

-- CreateIndex
CREATE UNIQUE INDEX "draft_person_id_key" ON "draft"("person_id");

-- CreateIndex
CREATE INDEX "draft_village_code_idx" ON "draft"("village_code");

-- CreateIndex
CREATE UNIQUE INDEX "submission_receipt_key" ON "submission"("receipt");

-- CreateIndex
CREATE INDEX "submission_village_code_created_at_idx" ON "submission"("village_code", "created_at");

-- CreateIndex
CREATE INDEX "submission_person_id_idx" ON "submission"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "attachment_submission_id_question_position_key" ON "attachment"("submission_id", "question", "position");

-- CreateIndex
CREATE UNIQUE INDEX "ledger_case_submission_id_key" ON "ledger_case"("submission_id");

-- CreateIndex
CREATE INDEX "ledger_case_holder_code_created_at_idx" ON "ledger_case"("holder_code", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "ledger_case_holder_code_number_key" ON "ledger_case"("holder_code", "number");

-- CreateIndex
CREATE INDEX "case_event_case_id_idx" ON "case_event"("case_id");

-- CreateIndex
CREATE INDEX "answer_prompt_case_id_idx" ON "answer_prompt"("case_id");

-- CreateIndex
CREATE INDEX "committee_chat_region_code_idx" ON "committee_chat"("region_code");

-- CreateIndex
CREATE UNIQUE INDEX "digest_chat_id_period_key_key" ON "digest"("chat_id", "period_key");

-- CreateIndex
CREATE INDEX "feedback_query_telegram_id_idx" ON "feedback_query"("telegram_id");

-- CreateIndex
CREATE INDEX "processed_update_processed_at_idx" ON "processed_update"("processed_at");

-- AddForeignKey
ALTER TABLE "region" ADD CONSTRAINT "region_parent_code_fkey" FOREIGN KEY ("parent_code") REFERENCES "region"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_home_village_code_fkey" FOREIGN KEY ("home_village_code") REFERENCES "region"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft" ADD CONSTRAINT "draft_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft" ADD CONSTRAINT "draft_village_code_fkey" FOREIGN KEY ("village_code") REFERENCES "region"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission" ADD CONSTRAINT "submission_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission" ADD CONSTRAINT "submission_village_code_fkey" FOREIGN KEY ("village_code") REFERENCES "region"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_case" ADD CONSTRAINT "ledger_case_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_case" ADD CONSTRAINT "ledger_case_holder_code_fkey" FOREIGN KEY ("holder_code") REFERENCES "region"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_event" ADD CONSTRAINT "case_event_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "ledger_case"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answer_prompt" ADD CONSTRAINT "answer_prompt_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "ledger_case"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "committee_chat" ADD CONSTRAINT "committee_chat_region_code_fkey" FOREIGN KEY ("region_code") REFERENCES "region"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "digest" ADD CONSTRAINT "digest_chat_id_fkey" FOREIGN KEY ("chat_id") REFERENCES "committee_chat"("chat_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Single characters and pairs of neighbours, without white space, in lower case: with a GIN index they find any part of a
-- Chinese text, where dictionaries and trigrams do not. What they find is rechecked with LIKE.
CREATE FUNCTION "text_grams"(words TEXT) RETURNS TEXT[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  WITH letter AS (
    SELECT c, o FROM unnest(string_to_array(lower(regexp_replace(coalesce(words, ''), '\s+', '', 'g')), NULL)) WITH ORDINALITY AS u(c, o)
  )
  SELECT coalesce(array_agg(DISTINCT g), '{}') FROM (
    SELECT c AS g FROM letter UNION ALL SELECT c || lead(c) OVER (ORDER BY o) FROM letter
  ) grams WHERE g IS NOT NULL
$$;

CREATE INDEX "region_village_name_grams_idx" ON "region" USING gin (text_grams("name")) WHERE "level" = 'village';

CREATE INDEX "submission_words_grams_idx" ON "submission" USING gin (text_grams(coalesce("words", '') || ' ' || coalesce("wish", '')));
