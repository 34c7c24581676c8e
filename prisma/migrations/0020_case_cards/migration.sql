-- Which messages in committees' chats show a case, so that they follow it wherever something is done to it.
CREATE TABLE "case_card" (
    "chat_id" BIGINT NOT NULL,
    "message_id" INTEGER NOT NULL,
    "case_id" UUID NOT NULL,
    "news" TEXT,
    "shown_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "case_card_pkey" PRIMARY KEY ("chat_id", "message_id")
);

CREATE INDEX "case_card_case_id_idx" ON "case_card"("case_id");

CREATE INDEX "case_card_shown_at_idx" ON "case_card"("shown_at");

ALTER TABLE "case_card" ADD CONSTRAINT "case_card_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "ledger_case"("id") ON DELETE CASCADE ON UPDATE CASCADE;
